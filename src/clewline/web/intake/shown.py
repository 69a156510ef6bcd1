"""What a look at a file found, in words."""

from dataclasses import fields

from clewline.output.words import printable
from clewline.record import all_kinds
from clewline.record.codec import from_bytes
from clewline.store.upload import Example, Looked, Trouble, Upload
from clewline.web.case.shown import MONITORS, written


def size(count: int) -> str:
    """Return a number of bytes as people say it."""
    for unit, step in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= step:
            return f"{count / step:,.1f} {unit}"
    return f"{count:,} bytes"


def named(one: Upload) -> str:
    """Return a file by the name that it was sent under."""
    return printable(one.name)


def place(one: Example | Trouble) -> str:
    """Return where something stands in its file."""
    return f"Line {one.line:,}" + (f" of sheet {printable(one.sheet)}" if one.sheet else "")


def titled(kind: str) -> str:
    """Return a kind of entry, or of use of a phone, as it is called."""
    found = all_kinds().get(kind)
    return found.title if found is not None else kind.replace("_", " ").capitalize()


class Preview:
    """A look at a whole file, ready to be printed."""

    def __init__(self, looked: Looked) -> None:
        self.looked, self.account = looked, looked.account

    @property
    def examples(self) -> list[tuple[str, str, str]]:
        """Where each of the first records stands, what it would be, and what it says."""
        return [(place(one), *_told(one)) for one in self.looked.examples]

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """What the file would give, and how many of each."""
        return sorted((titled(kind), many) for kind, many in self.looked.kinds.items())

    @property
    def problems(self) -> list[tuple[str, Trouble]]:
        """Records that would be refused, with where they stand."""
        return [(place(one), one) for one in self.looked.troubles if one.records]

    @property
    def notices(self) -> list[tuple[str, Trouble]]:
        """What should be known of records that would be taken."""
        return [(place(one), one) for one in self.looked.troubles if not one.records]


def _told(one: Example) -> tuple[str, str]:
    if one.kind is None:
        return "Row of phone records", one.facts
    facts, _ = from_bytes(one.kind, one.facts.encode())
    said = [
        (field.name.replace("_", " ").capitalize(), value)
        for field in fields(facts)
        if (value := getattr(facts, field.name)) is not None and value != ()
    ]
    line = "; ".join(f"{name}: {written(value)}" for name, value in said if name not in MONITORS)
    return f"{titled(one.kind)} {printable(one.subject)}, {one.day}", line
