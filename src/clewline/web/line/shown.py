"""A line ready to be printed: rows of the table of lines, the entries about one, the rows behind a mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from clewline.analysis.phones import Row
from clewline.case.lines import RecordedLine
from clewline.output import line_words
from clewline.output.line_panels import mark_title, several_phones
from clewline.output.words import day_words, printable
from clewline.record.kinds.line_assessment import LineAssessment
from clewline.record.kinds.line_closure import LineClosure
from clewline.record.kinds.role import Role
from clewline.web.case.shown import Shown, shown
from clewline.workflow.case_lines import About
from clewline.workflow.line import Summary

AT_ONCE = 25


def name_of(line: RecordedLine) -> str:
    """Return a line's brand with its id, or its id alone."""
    said = line.said
    name = None if said is None else said.name
    return f"{printable(name)} ({printable(line.id)})" if name else printable(line.id)


def heading(about: About) -> str:
    """Return what a line's page is called."""
    return f"Line {name_of(about.recorded[0]) if about.by_id else printable(about.subject)}"


def state(line: RecordedLine) -> str:
    """Return what was last recorded of whether the line is active; nothing where nothing was."""
    said = [(e.day, _closed(e.facts)) for e in line.closures if isinstance(e.facts, LineClosure)]
    if (assessed := line.assessed) is not None and isinstance(assessed.facts, LineAssessment):
        said.append((assessed.day, f"assessed as {assessed.facts.status}"))
    if not said:
        return ""
    day, words = max(said, key=lambda one: one[0])
    return f"{words}, {day_words(day)}"


def _closed(facts: LineClosure) -> str:
    return f"closed ({facts.type})" if facts.type else "closed"


def sought(lines: Sequence[RecordedLine], text: str) -> list[RecordedLine]:
    """Return the lines whose id, name, force or number holds the text, whatever its case and spaces."""
    wanted = _plain(text)
    return [line for line in lines if wanted in _plain("\n".join(_told(line)))]


def _told(line: RecordedLine) -> list[str]:
    said = line.said
    numbers = [text for used in line.numbers for text in (used.number, used.identifier or "")]
    return [line.id, *([] if said is None else [said.name or "", said.force or ""]), *numbers]


def _plain(text: str) -> str:
    return text.casefold().replace(" ", "")


@dataclass(frozen=True, kw_only=True)
class Entries:
    """What people recorded about a line, in the parts in which its page shows it; the latest day first."""

    roles: tuple[Shown, ...]
    done: tuple[Shown, ...]
    """Closures, disruptions, assessments, looks whether it stays closed, and what the line is."""

    @property
    def count(self) -> int:
        return len(self.roles) + len(self.done)


def entries_of(about: About) -> Entries:
    """Return the entries about a line; its numbers are told apart."""
    some = [e for line in about.recorded for e in line.entries if e.kind != "line_number"]
    some.sort(key=lambda e: e.day, reverse=True)
    return Entries(
        roles=tuple(shown(e) for e in some if isinstance(e.facts, Role)),
        done=tuple(shown(e) for e in some if not isinstance(e.facts, Role)),
    )


@dataclass(frozen=True, kw_only=True)
class Rows:
    """One page of the rows behind a mark."""

    mark: str
    title: str
    count: int
    page: int
    rows: tuple[Row, ...]
    several: bool
    """Whether they are of several phones, which are then named."""

    @property
    def first(self) -> int:
        """The place of the first of them."""
        return (self.page - 1) * AT_ONCE + 1

    @property
    def more(self) -> bool:
        return self.first + len(self.rows) <= self.count


def rows_of(found: Summary, mark: str, page: int) -> Rows:
    """Return a page of the rows behind a mark.

    :raises NotFound: the line has no such mark.
    """
    rows = found.open(mark, AT_ONCE, after=(page - 1) * AT_ONCE)
    return Rows(
        mark=mark,
        title=mark_title(found, mark),
        count=found.count(mark),
        page=page,
        rows=tuple(rows),
        several=several_phones(found, mark),
    )


def with_whom(row: Row, *, revealed: bool) -> str:
    """Return the other party's pseudonym, and the number too where it is revealed."""
    party = line_words.party_words(row)
    return f"{party} {printable(row.other)}" if revealed and row.contact and row.other else party
