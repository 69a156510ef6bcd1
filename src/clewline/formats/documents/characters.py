"""Characters that do not show, and characters that stand for others, made into what a reader sees."""

import re
import unicodedata

_DIRECTION = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(f"[\u00ad\u180e\u200b\u200c\u2060-\u2064\ufeff\ufff9-\ufffb{_DIRECTION}]")
"""Soft hyphens, spaces of no width, byte order marks and marks of writing direction."""
_TURNED = re.compile(f"[{_DIRECTION}]")
# Between two pictures it makes them one, as a family; within a word it would part the digits of a number.
_JOINER = re.compile("(?<![\u2190-\u3299\ufe0f\U0001f000-\U0001faff])\u200d")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
BULLETS = "•·●▪◦‣∙■□◆►➢➤✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
"""Signs that begin an item of a list; the last ones are those of Word's symbol fonts."""


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: `1 script`, `3 scripts`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def shown(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text as it shows on screen, with notes on what was taken out.

    Line ends become `\\n`, control characters spaces. Letters with their accents apart are put together, so that a
    place has one spelling, and ligatures (`ﬁ`) become letters.
    """
    text = _LINE_ENDS.sub("\n", text)
    turned = len(_TURNED.findall(text))
    text, unseen = _UNSEEN.subn("", text)
    text, joiners = _JOINER.subn("", text)
    text, control = _CONTROL.subn(" ", text)
    notes = []
    if unseen + joiners - turned:
        said = counted(unseen + joiners - turned, "character that does not", "characters that do not")
        notes.append(f"{said} show on screen left out.")
    if turned:
        said = counted(turned, "mark")
        notes.append(
            f"{said} of writing direction left out: a screen may show the text around in another order."
        )
    if control:
        notes.append(f"{counted(control, 'control character')} read as a space.")
    return unicodedata.normalize("NFC", text.translate(_LIGATURES)), tuple(notes)
