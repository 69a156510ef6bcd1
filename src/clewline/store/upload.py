"""A file that was sent to the site: what it is, what a person said of it, what a look at it found."""

from datetime import datetime

import msgspec


class Detected(msgspec.Struct, frozen=True, kw_only=True):
    """What a file was found to be, by its content alone."""

    sort: str
    """`records` of a system, `phones` (phone records), a `table` that nothing known reads, or `unreadable`."""
    name: str | None = None
    """Mapping or layout that reads it."""
    title: str = ""
    why: str = ""
    """Sentence that says by what it was told."""
    header: tuple[str, ...] = ()
    """Columns of a table that nothing known reads."""
    names: tuple[str, ...] = ()
    """Mappings that fit it alike."""


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What a person said of a file."""

    sort: str | None = None
    mapping: str | None = None
    """Name of a mapping or layout, or the text of one."""
    authority: str | None = None
    exhibit: str | None = None
    handed_over_by: str | None = None
    number: str | None = None


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """A record as it would be read."""

    line: int
    sheet: str | None = None
    kind: str | None = None
    """Kind of entry; none for a row of phone records."""
    subject: str = ""
    day: str = ""
    facts: str = ""
    """Facts as the record encodes them; of a row of phone records, words without a number."""


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """A problem of a file, as `record.problem.Problem` has it: never a value."""

    line: int
    rule: str
    what: str
    do: str
    sheet: str | None = None
    column: str | None = None
    value_class: str | None = None
    records: int = 1


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """What would become, or became, of each record of a file."""

    records: int = 0
    taken: int = 0
    known: int = 0
    problems: int = 0
    out_of_scope: int = 0
    blank: int = 0
    gives: int = 0
    """Entries, or rows of phone records."""


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What a look at the whole file found, before anything is written."""

    mapping: str
    account: Account
    kinds: dict[str, int]
    examples: tuple[Example, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    rules: dict[str, int] = {}
    """How many records, or notices, of each rule."""
    already: str | None = None
    """Batch that received the same file before."""
    first: str | None = None
    last: str | None = None


class Upload(msgspec.Struct, kw_only=True):
    """A file that somebody sent, and how far it has come."""

    id: str
    case: str
    name: str
    """What its sender called it: shown, and used for nothing else."""
    size: int
    sha256: str
    by: str
    account: int
    at: datetime
    detected: Detected
    choices: Choices = Choices()
    step: str = "arrived"
    """`arrived`, `looking`, `looked`, `taking`, `taken`."""
    begun: datetime | None = None
    """When the work of this step began."""
    task: str | None = None
    """Number of the task that does it, where it is not done at once."""
    doer: str = ""
    doer_account: int = 0
    looked: Looked | None = None
    refused: str | None = None
    """Why the last step was refused."""
    batch: str | None = None
