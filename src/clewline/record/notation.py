"""A case written down by hand, one entry a line, readable aloud: for tests, examples and bug reports.

    a: on 2023-03-01 arrest C100, force metropolitan, person metropolitan/P1, age 15
    b: on 2023-03-02 charge H1, force metropolitan, person metropolitan/P1, offence MD71170; by Moss
    c: on 2023-03-01 arrest C100, force kent, person kent/P1, age 16; corrects a because "age, checked"

A line is `id: on DAY KIND SUBJECT, FIELD VALUE, ...; CLAUSE; CLAUSE`. Kind and field names are read with
spaces for underscores. A value that holds a comma, semicolon, quote or outer space, or is empty, stands in
double quotes (JSON's). Lists are written `[one|two]`. Clauses, in any order: `corrects ID because REASON`,
`known from INSTANT`, `by NAME`, `case CASE`, `from file SHA256 line N sheet S`, `stated by NAME`,
`in batch ID`.
`#` begins a comment line.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from clewline.errors import BadInput
from clewline.record.entry import Entry
from clewline.record.facts import Facts
from clewline.record.kinds import all_kinds
from clewline.record.source import FileLine, Source, Statement

CASE = "K1"
WRITTEN_AT = datetime(2023, 3, 6, tzinfo=UTC)
WRITER = "notation"

_TOKEN = re.compile(r'\s*("(?:[^"\\]|\\.)*"|[^,;"]+|[,;])')
_HEAD = re.compile(r"(\S+): on (\d{4}-\d{2}-\d{2}) (.+)")


def read_notation(text: str) -> list[Entry]:
    """Return the entries that `text` writes down.

    :raises BadInput: a line is not notation; it says which and why.
    """
    lines = [(n, line.strip()) for n, line in enumerate(text.splitlines(), start=1)]
    return [_read_line(n, line) for n, line in lines if line and not line.startswith("#")]


def write_notation(entries: list[Entry]) -> str:
    """Return the entries as notation; reading it gives the same entries back."""
    return "\n".join(_write_line(e) for e in entries)


@dataclass(frozen=True)
class _Line:
    number: int

    def wrong(self, what: str) -> BadInput:
        return BadInput(f"Notation, line {self.number}: {what}")


def _read_line(number: int, line: str) -> Entry:
    at = _Line(number)
    head = _HEAD.fullmatch(line)
    if head is None:
        raise at.wrong("an entry reads `id: on 2023-03-01 kind subject, field value, ...`.")
    id_, day, rest = head.groups()
    clauses = list(_split(at, rest))
    kind, subject = _kind_of(at, clauses[0][0])
    facts = _facts(at, kind, clauses[0][1:])
    envelope: dict[str, Any] = {
        "case": CASE,
        "recorded_at": WRITTEN_AT,
        "recorded_by": WRITER,
        "source": FileLine(WRITER, number),
    }
    for clause in clauses[1:]:
        envelope |= _clause(at, clause)
    try:
        on = date.fromisoformat(day)
    except ValueError as wrong:
        raise at.wrong(f"{day} is not a day.") from wrong
    return Entry(id=id_, subject=subject, day=on, facts=facts, **envelope)


def _split(at: _Line, rest: str) -> Iterator[list[str]]:
    """Yield the clauses of a line, each as its comma-separated parts with quoted values still quoted."""
    parts: list[str] = []
    part, end = "", 0
    while end < len(rest):
        token = _TOKEN.match(rest, end)
        if token is None:
            raise at.wrong("a quote is opened and not closed.")
        end = token.end()
        if token[1] == ",":
            parts, part = [*parts, part.strip()], ""
        elif token[1] == ";":
            yield [*parts, part.strip()]
            parts, part = [], ""
        else:
            part += token[0]
    yield [*parts, part.strip()]


def _kind_of(at: _Line, words: str) -> tuple[type[Facts], str]:
    for name in sorted(all_kinds(), key=len, reverse=True):
        spoken = _spoken(name)
        if words.startswith(spoken + " "):
            return all_kinds()[name], _unquote(at, words[len(spoken) + 1 :])
    raise at.wrong(f"no kind of entry and subject begin {words!r}.")


def _facts(at: _Line, kind: type[Facts], parts: list[str]) -> Facts:
    hints = get_type_hints(kind)
    names = sorted((f.name for f in fields(kind)), key=len, reverse=True)
    said = {}
    for part in parts:
        name = next((n for n in names if part.startswith(_spoken(n) + " ")), None)
        if name is None:
            raise at.wrong(f"a {kind.title.lower()} has no field at the start of {part!r}.")
        said[name] = _value(at, hints[name], part[len(name) + 1 :])
    missing = [f.name for f in fields(kind) if f.default is MISSING and f.name not in said]
    if missing:
        raise at.wrong(f"a {kind.title.lower()} needs {', '.join(missing)}.")
    return kind(**said)


def _unquote(at: _Line, words: str) -> str:
    words = words.strip()
    if not words.startswith('"'):
        return words
    try:
        return str(json.loads(words))
    except ValueError as wrong:
        raise at.wrong(f"{words} is not one quoted value.") from wrong


def _value(at: _Line, hint: Any, words: str) -> Any:
    """Return the words as the type that the field declares."""
    if get_origin(hint) is tuple:
        inside = json.loads(_unquote(at, words)) if words.startswith('"') else words.strip("[]").split("|")
        return tuple(inside) if words != "[]" else ()
    options = [h for h in get_args(hint) if h is not NoneType] if NoneType in get_args(hint) else [hint]
    text = _unquote(at, words)
    choices = get_args(options[0])
    if choices:
        if text not in choices:
            raise at.wrong(f"{text!r} is not one of {', '.join(map(str, choices))}.")
        return text
    try:
        return _READ[options[0]](text)
    except (ValueError, KeyError, InvalidOperation) as wrong:
        raise at.wrong(f"{text!r} is not a {options[0].__name__}.") from wrong


_READ: dict[Any, Any] = {
    str: str,
    int: int,
    bool: {"yes": True, "no": False}.__getitem__,
    date: date.fromisoformat,
    Decimal: Decimal,
}


def _clause(at: _Line, parts: list[str]) -> dict[str, Any]:
    words = ", ".join(parts)
    if found := re.fullmatch(r"corrects (\S+) because (.+)", words):
        return {"corrects": found[1], "because": _unquote(at, found[2])}
    if found := re.fullmatch(r"known from (\S+)", words):
        try:
            instant = datetime.fromisoformat(found[1])
        except ValueError as wrong:
            raise at.wrong(f"{found[1]} is not an instant.") from wrong
        return {"recorded_at": instant if instant.tzinfo else instant.replace(tzinfo=UTC)}
    if found := re.fullmatch(r"from file (\S+) line (\d+)(?: sheet (.+))?", words):
        sheet = _unquote(at, found[3]) if found[3] else None
        return {"source": FileLine(found[1], int(found[2]), sheet)}
    if found := re.fullmatch(r"(by|case|stated by|in batch) (.+)", words):
        said = _unquote(at, found[2])
        if found[1] == "stated by":
            return {"source": Statement(said)}
        return {{"by": "recorded_by", "case": "case", "in batch": "batch"}[found[1]]: said}
    raise at.wrong(f"{words!r} is not a clause.")


def _write_line(e: Entry) -> str:
    names = [f.name for f in fields(e.facts)]
    said = [
        f"{_spoken(f.name)} {_written_field(f.name, getattr(e.facts, f.name), names)}"
        for f in fields(e.facts)
        if getattr(e.facts, f.name) != f.default
    ]
    subject = _quoted(e.subject) if " " in e.subject else _written(e.subject)
    head = f"{e.id}: on {e.day} {_spoken(e.kind)} {subject}"
    return "; ".join([", ".join([head, *said]), *_written_clauses(e)])


def _written_clauses(e: Entry) -> Iterator[str]:
    yield _written_source(e.source)
    yield f"known from {e.recorded_at.astimezone(UTC).replace(tzinfo=None).isoformat()}"
    yield f"by {_written(e.recorded_by)}"
    yield f"case {_written(e.case)}"
    if e.batch is not None:
        yield f"in batch {_written(e.batch)}"
    if e.corrects is not None:
        yield f"corrects {e.corrects} because {_written(e.because or '')}"


def _written_source(source: Source) -> str:
    if isinstance(source, Statement):
        return f"stated by {_written(source.by)}"
    sheet = f" sheet {_written(source.sheet)}" if source.sheet is not None else ""
    return f"from file {source.sha256} line {source.line}{sheet}"


def _written_field(name: str, value: Any, names: list[str]) -> str:
    """Return the value so that it does not read on into a longer field name, as `holder` into `holder charged`."""
    longer = [_spoken(n)[len(name) + 1 :] + " " for n in names if n.startswith(f"{name}_")]
    return _quoted(value) if any(str(value).startswith(n) for n in longer) else _written(value)


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        plain = all(
            v and not set(v) & set(',;"|[]\\\n\r') and v == v.strip() and v.isprintable() for v in value
        )
        return f"[{'|'.join(value)}]" if plain and value else _quoted(json.dumps(list(value)))
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    if text and not set(text) & set(',;"') and text == text.strip() and text.isprintable():
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=True)
