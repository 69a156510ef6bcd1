"""A mapping: how one system's export is laid out, as a small data file that a person can read and change.

    name = "custodian"
    title = "Custodian: custody, charge and court"
    dates = "dd/mm/yyyy"              # how the system writes a day: dd/mm/yyyy, yyyy-mm-dd or d mon yyyy
    delimiter = ","                   # of its CSV files; left out: found, and asked about where not certain
    encoding = "utf-8"                # of its CSV files

    [codes.sex]                       # the system's codes -> the record's words
    M = "male"

    [[record]]                        # one layout of row; it fits a file or sheet that has all its columns
    name = "custody record"

    [[record.entry]]                  # an entry that each such row gives
    kind = "arrest"
    day = "Arrested On"               # column that holds the day
    subject = "Custody No"            # column, or a template of columns: "{Custody No}/{Seq}"
    when = { "Event" = ["ARREST"] }   # only for rows whose column holds one of these
    unless_empty = ["Custody No"]     # only for rows where these columns hold something

    [record.entry.fields]             # field of the kind -> where its value stands
    force = "Force"
    person = "Person No"              # becomes the force's person, through `record.identity`
    age = { born = "DOB" }            # whole years on the day
    sex = { column = "Sex", codes = "sex" }
    currency = { value = "GBP" }      # the same for every row
    grams = { column = "Weight (kg)", times = "1000" }

A field is read by its type (day, number, yes or no, one of the kind's words, text) and some by their name:
`force`, `offence`, `drug` resolve through the reference lists.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, get_args

from clewline.errors import BadDeclaration
from clewline.record import Facts, all_kinds

DateStyle = Literal["dd/mm/yyyy", "yyyy-mm-dd", "d mon yyyy"]


@dataclass(frozen=True, kw_only=True)
class Take:
    """Where a field's value stands in a row."""

    column: str | None = None
    value: str | None = None
    """The same value for every row."""
    codes: Mapping[str, str] | None = None
    """The system's codes (casefolded) and the record's words for them."""
    times: Decimal | None = None
    """What a number is multiplied by, to come to the field's unit."""
    born: str | None = None
    """Column of a date of birth, for an age at the event."""

    def columns(self) -> tuple[str, ...]:
        """Return the columns that it reads."""
        return tuple(c for c in (self.column, self.born) if c is not None)


@dataclass(frozen=True, kw_only=True)
class EntryTemplate:
    """One entry that each row of a layout gives."""

    kind: type[Facts]
    day: str
    subject: str
    """Template in which `{Column}` stands for the cell."""
    fields: Mapping[str, Take]
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Columns and the casefolded values of which they must hold one."""
    unless_empty: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    """Fields that must be said besides those that the kind itself needs."""

    def columns(self) -> Iterator[str]:
        """Yield every column that it reads."""
        yield self.day
        yield from re.findall(r"\{([^}]+)\}", self.subject)
        yield from self.when
        yield from self.unless_empty
        for take in self.fields.values():
            yield from take.columns()


@dataclass(frozen=True, kw_only=True)
class Layout:
    """One layout of row within a system's exports."""

    name: str
    entries: tuple[EntryTemplate, ...]
    others: tuple[str, ...] = ()
    """Columns that are read by something other than an entry's fields."""

    @cached_property
    def columns(self) -> frozenset[str]:
        """Every column that it reads."""
        return frozenset(c for e in self.entries for c in e.columns()) | frozenset(self.others)

    def fits(self, header: tuple[str, ...]) -> bool:
        """Return whether a header has every column of the layout."""
        return self.columns <= set(header)


@dataclass(frozen=True, kw_only=True)
class SystemMapping:
    """How one system's exports become entries."""

    name: str
    title: str
    dates: DateStyle
    layouts: tuple[Layout, ...]
    delimiter: str | None = None
    encoding: str | None = None
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Tables of the system's codes (casefolded) and the record's words."""
    stated: bool = False
    """Whether rows are published values, read by `stated`, in place of entries by field."""

    def layout_for(self, header: tuple[str, ...]) -> Layout | None:
        """Return the layout that reads most columns of the header, of those that fit it."""
        fitting = [layout for layout in self.layouts if layout.fits(header)]
        return max(fitting, key=lambda layout: len(layout.columns), default=None)


def read_mapping(text: str) -> SystemMapping:
    """Return the mapping that a TOML text declares.

    :raises BadDeclaration: it is not TOML, or names a kind, field or code table that is not there.
    """
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise BadDeclaration(f"The mapping is not TOML: {wrong}.") from wrong
    name = str(said.get("name", ""))
    for needed in ("name", "title", "dates", "record"):
        if needed not in said:
            raise BadDeclaration(f"The mapping {name!r} does not say {needed!r}.")
    if said["dates"] not in get_args(DateStyle):
        styles = ", ".join(get_args(DateStyle))
        raise BadDeclaration(f"The mapping {name!r} writes dates as {said['dates']!r}; known are {styles}.")
    codes = {
        table: {str(code).casefold(): str(word) for code, word in pairs.items()}
        for table, pairs in said.get("codes", {}).items()
    }
    return SystemMapping(
        name=name,
        title=said["title"],
        dates=said["dates"],
        delimiter=said.get("delimiter"),
        encoding=said.get("encoding"),
        codes=codes,
        stated=said.get("stated", False),
        layouts=tuple(
            Layout(
                name=record["name"],
                entries=tuple(_template(name, entry, codes) for entry in record.get("entry", ())),
                others=tuple(record.get("columns", ())),
            )
            for record in said["record"]
        ),
    )


def _template(
    mapping: str, entry: Mapping[str, Any], codes: Mapping[str, Mapping[str, str]]
) -> EntryTemplate:
    kind = all_kinds().get(entry.get("kind", ""))
    if kind is None:
        raise BadDeclaration(
            f"The mapping {mapping!r} names a kind that is not in the record: {entry.get('kind')!r}."
        )
    for needed in ("day", "subject", "fields"):
        if needed not in entry:
            raise BadDeclaration(f"The mapping {mapping!r} does not say {needed!r} for {entry['kind']!r}.")
    takes = {f: _take(mapping, where, codes) for f, where in entry["fields"].items()}
    known = {f.name: f.default for f in fields(kind)}
    if strange := sorted(set(takes) - set(known)):
        raise BadDeclaration(f"The mapping {mapping!r}: {entry['kind']!r} has no field {', '.join(strange)}.")
    if missing := sorted(f for f, default in known.items() if default is MISSING and f not in takes):
        raise BadDeclaration(f"The mapping {mapping!r}: {entry['kind']!r} needs {', '.join(missing)}.")
    subject = entry["subject"]
    return EntryTemplate(
        kind=kind,
        day=entry["day"],
        subject=subject if "{" in subject else f"{{{subject}}}",
        fields=takes,
        when={c: tuple(v.casefold() for v in values) for c, values in entry.get("when", {}).items()},
        unless_empty=tuple(entry.get("unless_empty", ())),
    )


def _take(mapping: str, where: Any, codes: Mapping[str, Mapping[str, str]]) -> Take:
    if isinstance(where, str):
        return Take(column=where)
    table = where.get("codes")
    if table is not None and table not in codes:
        raise BadDeclaration(f"The mapping {mapping!r} has no table of codes {table!r}.")
    return Take(
        column=where.get("column"),
        value=where.get("value"),
        codes=None if table is None else codes[table],
        times=None if "times" not in where else Decimal(str(where["times"])),
        born=where.get("born"),
    )
