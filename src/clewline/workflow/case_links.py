"""What ties the things of a case, from what someone may see: of one line with its phone records, or of some entries."""

from collections.abc import Iterable, Sequence
from datetime import date

from clewline.analysis.phones.chain import Piece
from clewline.case.links import NO_LINKS, Link, Links, Sort, Thing, device, key_of, links_of
from clewline.case.mentions import What, reference
from clewline.record import Entry
from clewline.store import visible
from clewline.store.accounts.people import Person
from clewline.store.mentions import Asked, Range
from clewline.workflow.case_lines import About
from clewline.workflow.line_summary import Summary

MOST = 2000
"""Entries of a line, and of the people whom they name, that are read; a shorter period shows others."""
STEPS = 2
"""Links that something may be away from a line to be shown with it."""


def focus_of(about: About) -> Thing:
    """Return the thing that a line's page is about."""
    if about.by_id:
        said = about.recorded[0].said
        return Thing(sort=Sort.LINE, id=about.subject, name=(said.name if said else None) or "")
    return device(about.subject)


def of_line(
    person: Person, today: date, case: str, about: About, days: tuple[date | None, date | None]
) -> Links:
    """Return what entries tie to a line, at most two links away: its people, numbers, arrests, places and papers."""
    focus = focus_of(about)
    names = [line.id for line in about.recorded] or [about.subject]
    terms = [Range(What.WORD, reference(name)[0]) for name in names]
    numbers = {one.identifier for line in about.recorded for one in line.numbers} | {*about.with_records}
    terms += [Range(What.NUMBER, one.rpartition(":")[2]) for one in numbers if one]
    asked = Asked(any_of=[[terms]], but_kinds=tuple(NO_LINKS))
    first = [e for _, e in visible.mentioning(person, today, [case], asked, most=MOST).entries]
    people = sorted({p for e in first if (p := getattr(e.facts, "person", None))})
    more = visible.of_people(person, today, case, people, most=MOST)
    found = of_entries(person, today, case, {e.id: e for e in (*first, *more)}.values(), days)
    return Links(things={focus.key: focus} | dict(found.things), links=found.links).near(focus.key, STEPS)


def of_entries(
    person: Person,
    today: date,
    case: str,
    entries: Iterable[Entry],
    days: tuple[date | None, date | None] = (None, None),
) -> Links:
    """Return what entries of a case tie, less those that no longer stand; `days` bound the links and not what is
    known of a person's protection.
    """
    some = list(entries)
    gone = visible.no_longer(person, today, case, some)
    standing = [one for one in some if one.id not in gone]
    found = links_of(standing, today)
    first, last = days
    if first is None and last is None:
        return found
    within = links_of([e for e in standing if (first or date.min) <= e.day <= (last or date.max)], today)
    return Links(things={key: found.things[key] for key in within.things}, links=within.links)


def protected(person: Person, today: date, case: str, found: Links) -> Links:
    """Return the same, each person marked by all that someone may see of them, and not only by some entries."""
    ids = [thing.id for thing in found.things.values() if thing.sort is Sort.PERSON]
    entries = []
    for at in range(0, len(ids), 200):
        entries += visible.of_people(person, today, case, ids[at : at + 200], most=100_000)
    known = of_entries(person, today, case, entries).things
    told = {
        key: known.get(key, thing) if thing.sort is Sort.PERSON else thing
        for key, thing in found.things.items()
    }
    return Links(things=told, links=found.links)


def with_records(found: Links, about: About, summary: Summary) -> Links:
    """Return the same with what the phone records of the line tie: other people stand under pseudonyms."""
    one = about.with_records
    phone = device(one[0]) if len(one) == 1 else focus_of(about)
    things, links = [phone], []
    for contact in summary.contacts.listed:
        thing = Thing(sort=Sort.CONTACT, id=f"c{contact.contact}")
        things.append(thing)
        links.append(
            Link(
                one=phone.key,
                what="in touch with",
                other=thing.key,
                mark=f"contact:{thing.id}",
                count=contact.uses,
                first=contact.first.date(),
                last=contact.last.date(),
            )
        )
    for sort, letter, pieces in (
        (Sort.HANDSET, "h", summary.chain.handsets),
        (Sort.SIM, "s", summary.chain.sims),
    ):
        things += [Thing(sort=sort, id=piece.identity.rpartition(":")[2]) for piece in pieces]
        links += [_used_in(phone, sort, letter, piece) for piece in pieces]
    for area in summary.areas:
        things.append(Thing(sort=Sort.AREA, id=area.letter, name=f"{area.letter}: {area.name}"))
        links.append(
            Link(
                one=phone.key,
                what="served by cells of",
                other=key_of(Sort.AREA, area.letter),
                mark=f"area:{area.letter}",
                count=area.uses,
            )
        )
    own = {thing.key for thing in things[:1]}
    return found.with_more(things, [link for link in links if link.other not in own])


def _used_in(phone: Thing, sort: Sort, letter: str, piece: Piece) -> Link:
    return Link(
        one=phone.key,
        what="used in" if sort is Sort.HANDSET else "used with",
        other=key_of(sort, piece.identity.rpartition(":")[2]),
        mark=f"{'handset' if sort is Sort.HANDSET else 'sim'}:{letter}{piece.name}",
        count=piece.rows,
        first=piece.first.date(),
        last=piece.last.date(),
    )


def of_case(
    person: Person, today: date, case: str, wanted: visible.Wanted, *, most: int
) -> tuple[Links, Sequence[Entry], bool]:
    """Return what the latest entries of a case tie, those entries, and whether there are earlier ones."""
    listed = visible.entries(person, today, case, wanted, most=most)
    entries = [entry for _, entry in listed.entries]
    return protected(person, today, case, of_entries(person, today, case, entries)), entries, listed.more
