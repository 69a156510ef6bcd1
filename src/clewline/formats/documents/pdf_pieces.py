"""The pages of a PDF to pieces of text, each with where it stands and how large it is.

pypdf reads the file, within limits of its own on every stream; the operators that show text are followed here, because
its ready text knows no places, and a bulletin's columns, tables and footnote marks are told by their places alone.
"""

import io
from collections import Counter
from copy import copy
from dataclasses import dataclass, field
from math import hypot
from typing import Any

from pypdf import PageObject, PdfReader, apply_configuration, mult
from pypdf.errors import LimitReachedError
from pypdf.generic import ContentStream, DictionaryObject

from clewline.errors import BadInput
from clewline.formats.documents.document import held_within
from clewline.formats.documents.pdf_fonts import Face, face

PAGES = 1_000
OPERATIONS = 500_000
"""Drawing operations of all pages; a page of text has up to five thousand, one for each letter."""
FORMS = 5_000
"""Drawings that pages take in by name, all pages together, and how deep one may take in another."""
_DEEPEST = 20
_INVISIBLE = 3
"""Way of drawing text that leaves no trace: text recognition puts its text behind the picture so."""

_DAMAGED = "The PDF is damaged; have it sent again, or save it as text."
_ENCRYPTED = "The PDF is encrypted; open it and print or save it as a PDF without a password."
_TOO_MUCH = (
    "The PDF unpacks to, or draws, more than any bulletin does; print the bulletin's pages alone as a PDF."
)

Matrix = list[float]
_AS_IS: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
# By how far a page is turned when shown, in degrees: the matrix that turns its contents with it.
_TURNED: dict[int, Matrix] = {
    90: [0.0, -1.0, 1.0, 0.0, 0.0, 0.0],
    180: [-1.0, 0.0, 0.0, -1.0, 0.0, 0.0],
    270: [0.0, 1.0, -1.0, 0.0, 0.0, 0.0],
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that one operator shows, with its left and right end and its base line, in points from below."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


@dataclass(kw_only=True)
class Sheet:
    """What a page shows."""

    pieces: list[Piece] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    """Pictures; whether the page is `damaged`; characters in all, of no known letter (`unread`), not shown
    (`behind`), not upright (`turned`); operators that could not be followed (`faults`)."""


@dataclass
class _State:
    ctm: Matrix
    face: Face | None = None
    size: float = 0.0
    spaced: float = 0.0
    words_spaced: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


_NUMBERS = {b"Tc": "spaced", b"Tw": "words_spaced", b"TL": "leading", b"Ts": "rise"}


def read_sheets(content: bytes) -> list[Sheet]:
    """Return what each page shows.

    :raises BadInput: the PDF is encrypted or damaged, or more than is read.
    """
    try:
        with apply_configuration(stream_parsing_work_maximum_count=4 * OPERATIONS):
            return _read(content)
    except BadInput:
        raise
    except LimitReachedError:
        raise BadInput(_TOO_MUCH) from None
    # Of a damaged file any part may be of any type, and pypdf lets what follows from that through.
    except Exception:
        raise BadInput(_ENCRYPTED if b"/Encrypt" in content else _DAMAGED) from None


def _read(content: bytes) -> list[Sheet]:
    reader = PdfReader(io.BytesIO(content))
    # Some are only protected against changes, and open without a password.
    if reader.is_encrypted and not reader.decrypt(""):
        raise BadInput(_ENCRYPTED)
    pages = reader.pages
    if len(pages) > PAGES:
        raise BadInput(f"The PDF has more than {PAGES:,} pages; give the pages of the bulletin alone.")
    work: Counter[str] = Counter()
    sheets = [_sheet(reader, at, work) for at in range(len(pages))]
    if sheets and all(sheet.seen["damaged"] for sheet in sheets):
        raise BadInput(_DAMAGED)
    return sheets


def _sheet(reader: PdfReader, at: int, work: Counter[str]) -> Sheet:
    """Return what a page shows; of one that is damaged nothing, so that the others are kept."""
    try:
        return _Page(reader.pages[at], reader, work).sheet
    except (BadInput, LimitReachedError):
        raise
    except Exception:  # as for the whole file
        return Sheet(seen=Counter(damaged=1))


class _Page:
    """Follows the operators of one page."""

    def __init__(self, page: PageObject, reader: PdfReader, work: Counter[str]) -> None:
        self.sheet = Sheet()
        self._reader = reader
        self._work = work
        self._faces: dict[int, Face] = {}
        self._tm = self._line = _AS_IS
        self._state = _State(_TURNED.get(page.rotation % 360, _AS_IS))
        self._saved: list[_State] = []
        self._follow(page.get("/Contents"), page.get("/Resources"), depth=0)

    def _follow(self, contents: Any, resources: Any, *, depth: int) -> None:
        named = resources.get_object() if resources is not None else DictionaryObject()
        operations = ContentStream(contents, self._reader, "bytes").operations
        self._work["operations"] += len(operations)
        if self._work["operations"] > OPERATIONS:
            raise BadInput(_TOO_MUCH)
        for operands, operator in operations:
            try:
                if operator == b"Do":
                    self._draw(named, operands, depth)
                elif operator == b"Tf":
                    # A font that is not there: what is shown in it has no known letters.
                    self._state.face = None
                    self._state.face = self._face(named, operands[0])
                    self._state.size = float(operands[1])
                else:
                    self._operate(operator, operands)
            except (BadInput, LimitReachedError):
                raise
            # An operator without its operands, or with others: readers pass over it, and so must the rest be kept.
            except Exception:
                self.sheet.seen["faults"] += 1

    def _draw(self, named: DictionaryObject, operands: list[Any], depth: int) -> None:
        drawing: Any = named["/XObject"].get_object()
        drawing = drawing[operands[0]].get_object()
        if drawing.get("/Subtype") != "/Form":
            self.sheet.seen["pictures"] += 1
            return
        self._work["forms"] += 1
        if depth >= _DEEPEST or self._work["forms"] > FORMS:
            raise BadInput(_TOO_MUCH)
        before, saved = copy(self._state), self._saved
        self._saved = []
        self._state.ctm = mult([float(n) for n in drawing.get("/Matrix", _AS_IS)], self._state.ctm)
        self._follow(drawing, drawing.get("/Resources", named), depth=depth + 1)
        self._state, self._saved = before, saved

    def _face(self, named: DictionaryObject, name: str) -> Face:
        fonts: Any = named["/Font"].get_object()
        described = fonts[name].get_object()
        if id(described) not in self._faces:
            self._faces[id(described)] = face(described)
        return self._faces[id(described)]

    def _operate(self, operator: bytes, operands: list[Any]) -> None:
        state = self._state
        if operator == b"q":
            self._saved.append(copy(state))
        elif operator == b"Q":
            # More ends than beginnings: readers ignore the ones too many.
            self._state = self._saved.pop() if self._saved else state
        elif operator == b"cm":
            state.ctm = mult([float(n) for n in operands[:6]], state.ctm)
        elif operator == b"BT":
            self._tm = self._line = _AS_IS
        elif operator == b"Tm":
            self._tm = self._line = [float(n) for n in operands[:6]]
        elif operator in (b"Td", b"TD"):
            x, y = float(operands[0]), float(operands[1])
            state.leading = -y if operator == b"TD" else state.leading
            self._move(x, y)
        elif operator == b"T*":
            self._move(0, -state.leading)
        elif operator == b"Tz":
            state.scale = float(operands[0]) / 100
        elif operator == b"Tr":
            state.mode = int(operands[0])
        elif operator in _NUMBERS:
            setattr(state, _NUMBERS[operator], float(operands[0]))
        elif operator == b"INLINE IMAGE":
            self.sheet.seen["pictures"] += 1
        else:
            self._show(operator, operands)

    def _move(self, x: float, y: float) -> None:
        self._tm = self._line = mult([1.0, 0.0, 0.0, 1.0, x, y], self._line)

    def _show(self, operator: bytes, operands: list[Any]) -> None:
        if operator == b'"':
            self._state.words_spaced, self._state.spaced = float(operands[0]), float(operands[1])
        if operator in (b"'", b'"'):
            self._move(0, -self._state.leading)
        if operator in (b"Tj", b"'", b'"'):
            self._text(operands[-1])
        elif operator == b"TJ":
            for part in operands[0]:
                if isinstance(part, (int, float)):
                    self._advance(-float(part) / 1000 * self._state.size * self._state.scale)
                else:
                    self._text(part)

    def _advance(self, by: float) -> None:
        self._tm = mult([1.0, 0.0, 0.0, 1.0, by, 0.0], self._tm)

    def _text(self, shown: bytes) -> None:
        state, seen = self._state, self.sheet.seen
        if state.face is None:
            seen["all"] += len(shown)
            seen["unread"] += len(shown)
            return
        text, width, unread = state.face.read(shown)
        start = mult(self._tm, state.ctm)
        self._advance(
            (width * state.size + len(text) * state.spaced + text.count(" ") * state.words_spaced)
            * state.scale
        )
        size = state.size * hypot(start[2], start[3])
        seen["all"] += len(text)
        seen["unread"] += unread
        seen["behind"] += len(text) * (state.mode == _INVISIBLE)
        self._work["characters"] += len(text)
        held_within(self._work["characters"])
        if start[0] <= 0 or abs(start[1]) > start[0] / 4:
            seen["turned"] += len(text.strip())
        elif text.strip() and size > 0:
            end = mult(self._tm, state.ctm)
            self.sheet.pieces.append(Piece(text, start[4], end[4], start[5] + state.rise * start[3], size))
