"""A PDF's fonts: which letters the bytes of a text are, and how wide they stand."""

from dataclasses import dataclass, field

from pypdf.generic import DictionaryObject

# pypdf shows its fonts to nobody, though its own two ways of reading text both rest on this class. Its public way
# (`extract_text` with a visitor) tells where a run of text begins and not where it ends. The lock file holds the
# version, and the tests fail where another one differs.
from pypdf.generic._font import Font

_BULLET = ("\x7f", "•")
"""A code that some writers of PDF show as a bullet."""
_UNKNOWN = "\ufffd"


@dataclass(slots=True)
class Face:
    """A font."""

    font: Font
    readable: bool
    """Whether it says which letters its glyphs are."""
    widths: dict[str, float] = field(default_factory=dict)

    def read(self, shown: bytes) -> tuple[str, float, int]:
        """Return the text that the bytes show, its width for a size of one point, and how many letters are unknown."""
        font = self.font
        if isinstance(font.encoding, str):
            codes = shown.decode(font.encoding, "replace")
            letters = list(codes)
        else:
            codes = shown.decode("latin-1")
            letters = [font.encoding.get(byte, chr(byte)) for byte in shown]
        width = sum(self._width(code) for code in codes)
        if not self.readable:
            return _UNKNOWN * len(codes), width / 1000, len(codes)
        text = "".join(str(font.character_map.get(letter, letter)) for letter in letters)
        text = text.replace(*_BULLET)
        return text, width / 1000, text.count(_UNKNOWN)

    def _width(self, code: str) -> float:
        if code not in self.widths:
            wide = self.font.space_width if code == self.font.space_char else self.font.get_text_width(code)
            self.widths[code] = float(wide)
        return self.widths[code]


def face(described: DictionaryObject) -> Face:
    """Return the font that a dictionary of the PDF describes."""
    font = Font.from_font_resource(described)
    # A font of glyph numbers without a map to letters: the text can be shown, and not read.
    numbered = isinstance(font.encoding, str) and not font.character_map
    return Face(font, readable=font.interpretable and not numbered)
