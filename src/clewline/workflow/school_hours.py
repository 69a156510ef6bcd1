"""Have a line's phone records asked for regular contact in school hours with numbers that children are said to use.

They are not asked each time that somebody opens a page: a named person has them asked, under an authority of which they
name a purpose, and says why. What is noticed is an entry with what stands behind it; that it was asked is one too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from clewline.analysis.phones import Asked, open_line
from clewline.analysis.phones.rows import Connection
from clewline.analysis.phones.touches import Touched, touches
from clewline.case import known, lines, scope
from clewline.case.lines import ENDING, OF_LINES, RecordedLine, Used
from clewline.errors import NotAllowed, NotFound
from clewline.record import Entry
from clewline.record.kinds.authority import Authority
from clewline.record.kinds.contacts_noticed import ContactsNoticed
from clewline.record.kinds.line_shown import LineShown
from clewline.record.kinds.number_used import NumberUsed
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.safeguarding.school_hours import RULE, Contact, Touch, contacts, numbers_said
from clewline.store import ledger
from clewline.store.naming import naming
from clewline.workflow.phones import authorities, opened
from clewline.workflow.stated import stated

SHOWN = "contacts in school hours"
"""What the entry of the look says was shown."""


@dataclass(frozen=True, kw_only=True)
class Under:
    """Under which authority records are asked, for which of its purposes, and why."""

    authority: str
    """Its reference."""
    because: str
    purpose: str | None = None
    """One of its purposes, in its words; none: the only one."""


@dataclass(frozen=True, kw_only=True)
class Noticed:
    """What was asked, and what was noticed."""

    line: str
    authority: str
    purpose: str
    first: date
    last: date
    numbers: int
    """Numbers that were looked for."""
    new: tuple[Entry, ...]
    """What was noticed, each an entry of the case now."""
    known: tuple[Entry, ...]
    """What had been noticed before, and was again."""


def purposes(case: str) -> list[tuple[Authority, str]]:
    """Return each authority of a case that names its identifiers and days, with each of its purposes."""
    found = [one.facts for one in authorities.standing(case)]
    return [
        (one, purpose)
        for one in found
        if isinstance(one, Authority) and one.identifiers and one.covers_from and one.covers_to
        for purpose in one.purposes
    ]


def notice_contacts(
    case: str,
    line: str,
    under: Under,
    *,
    by: str,
    at: datetime,
    start: date | None = None,
    end: date | None = None,
) -> Noticed:
    """Ask the records of a line of the case, by its id or one of its numbers, and append what is noticed.

    Only records are asked that were taken in under the authority, and only for numbers of which an entry of the case
    says that a child uses them. What was noticed before is not recorded again.

    :raises NotFound: the case, the line, the authority or records under it are not there.
    :raises NotAllowed: the authority does not cover it, or there is nothing that may be looked for.
    """
    of = _line(case, line)
    authority = authorities.find(case, under.authority)
    purpose = _purpose(authority, under.purpose)
    used = _covered(of, authority)
    first, last = _days(authority, start, end)
    people = _people(case)
    numbers = numbers_said(people, at.date()) - {one.identifier for one in of.numbers}
    if not numbers:
        raise NotAllowed(
            f"No entry of the case {case} says that a child uses a number, so that there is nothing to look for: the "
            "records were not asked. Where it is known, record it as a number used by a person."
        )
    found = list(_touches(opened.open_case(case, authority.reference), used, numbers, first, last))
    receipts = {
        one.facts.sha256: one.id for one in opened.received(case) if isinstance(one.facts, PhoneRecords)
    }
    some = contacts((_touch(one, receipts) for one in found), people, at.date())
    before = _before(case, of.id)
    noticed = [
        stated(
            _facts(one, of.id, authority.reference, purpose, under.because),
            case=case,
            subject=one.person,
            by=by,
            at=at,
        )
        for one in some
    ]
    new = tuple(one for one in noticed if not _known(one, before))
    shown = LineShown(
        shown=SHOWN,
        asked=tuple(one.identifier for one in used if one.identifier is not None),
        first_day=first,
        last_day=last,
    )
    ledger.append([stated(shown, case=case, subject=of.id, by=by, at=at), *new])
    return Noticed(
        line=of.id,
        authority=authority.reference,
        purpose=purpose,
        first=first,
        last=last,
        numbers=len(numbers),
        new=new,
        known=tuple(one for one in noticed if one not in new),
    )


def _line(case: str, asked: str) -> RecordedLine:
    """Return the line of that id, or the only one that used that number.

    :raises NotFound: the case has none.
    """
    if case not in ledger.cases():
        raise NotFound(f"There is no case {case}.")
    found = lines.recorded(ledger.of_kinds(case, *OF_LINES, *ENDING))
    if asked in found.by_id:
        return found.by_id[asked]
    identifier = lines.identifier_of(asked)
    with_number = () if identifier is None else found.with_number(identifier)
    if len(with_number) == 1:
        return with_number[0]
    raise NotFound(
        "Several lines of the case used that number; name one by its id."
        if with_number
        else "No line of the case is recorded by that id or number; what is recorded as no line is not looked at."
    )


def _purpose(authority: Authority, said: str | None) -> str:
    """Return the purpose of the authority under which records are asked.

    :raises NotAllowed: it has none, or not that one, or several of which none is named.
    """
    some = authority.purposes
    if said in some or (said is None and len(some) == 1):
        return said or some[0]
    reference, there = authority.reference, "; ".join(some)
    if not some:
        raise NotAllowed(
            f"The authority {reference} states no purpose, so that nobody can say that this is within it. Record it "
            "again with its purposes."
        )
    if said is None:
        raise NotAllowed(f"The authority {reference} states several purposes; name one: {there}.")
    raise NotAllowed(f"The authority {reference} states no such purpose; it states: {there}.")


def _covered(line: RecordedLine, authority: Authority) -> list[Used]:
    """Return the numbers of the line that the authority names.

    :raises NotAllowed: it names none.
    """
    covered = scope.scope(authority).identifiers.written()
    found = [one for one in line.numbers if one.identifier in covered]
    if not found:
        raise NotAllowed(f"The authority {authority.reference} names no number of the line {line.id}.")
    return found


def _days(authority: Authority, start: date | None, end: date | None) -> tuple[date, date]:
    """Return the days that are asked about: all that the authority covers, unless fewer are named.

    :raises NotAllowed: it does not cover them.
    """
    covers, until = authority.covers_from, authority.covers_to
    assert covers is not None and until is not None  # its scope was read
    first, last = start or covers, end or until
    if last < first:
        raise NotAllowed("The last day is before the first.")
    if first < covers or until < last:
        raise NotAllowed(
            f"The authority {authority.reference} covers {covers} to {until}; other days are not looked at under it."
        )
    return first, last


def _people(case: str) -> Mapping[str, Sequence[Entry]]:
    """Return all that stands of the people of the case of whom an entry says that they use a number."""
    some = known.standing(ledger.of_kinds(case, "number_used", *ENDING))
    return naming(case, sorted({one.facts.person for one in some if isinstance(one.facts, NumberUsed)}))


def _touches(
    connection: Connection, used: Iterable[Used], numbers: set[str], first: date, last: date
) -> Iterator[Touched]:
    """Yield the calls and messages of each number of the line, on the days on which it was the line's."""
    for one in used:
        begin, until = max(first, one.first), min(last, one.last or last)
        if until < begin or one.identifier is None:
            continue
        try:
            line = open_line(connection, Asked(numbers=(one.identifier,), start=begin, end=until))
        except NotFound:
            continue  # no use of it on these days
        yield from touches(line, numbers)


def _touch(one: Touched, receipts: Mapping[str, str]) -> Touch:
    ref = one.ref
    place = (receipts[ref.sha256], ref.sheet, str(ref.line))
    return Touch(
        number=one.number,
        earliest=one.earliest.replace(tzinfo=UTC),
        latest=one.latest.replace(tzinfo=UTC),
        to_line=one.direction == "in",
        row=":".join(part for part in place if part is not None),
    )


def _facts(one: Contact, line: str, authority: str, purpose: str, because: str) -> ContactsNoticed:
    said = one.said[-1].facts
    assert isinstance(said, NumberUsed)
    return ContactsNoticed(
        force=said.force,
        person=one.person,
        line=line,
        number=one.number,
        first_day=one.days[0],
        last_day=one.days[-1],
        school_days=len(one.days),
        uses=len(one.touches),
        to_line=sum(touch.to_line for touch in one.touches),
        rule=RULE.words,
        authority=authority,
        purpose=purpose,
        reason=because,
        said_in=tuple(each.id for each in one.said),
        rows=tuple(dict.fromkeys(touch.row for touch in one.touches)),
    )


def _before(case: str, line: str) -> list[ContactsNoticed]:
    """Return what was noticed of the line before, and stands."""
    some = known.standing(ledger.of_kinds(case, "contacts_noticed", *ENDING))
    return [one.facts for one in some if isinstance(one.facts, ContactsNoticed) and one.facts.line == line]


def _known(one: Entry, before: Iterable[ContactsNoticed]) -> bool:
    """Return whether something was noticed before, by the same rows and on the word of the same entries, or more; what
    rested on rows that were withdrawn since is noticed anew.
    """
    facts = one.facts
    assert isinstance(facts, ContactsNoticed)
    return any(
        (each.person, each.number, each.rows_withdrawn) == (facts.person, facts.number, None)
        and set(facts.rows) <= set(each.rows)
        and set(facts.said_in) <= set(each.said_in)
        for each in before
    )
