"""What can be copied of a case: its time line, people, lines, links, and rows of phone records."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict

from clewline.case.links import Links
from clewline.case.protection import protection
from clewline.errors import BadInput, NotFound
from clewline.output.copies import Holds
from clewline.output.copies.tables import LINK_COLUMNS, link_rows
from clewline.record import Entry
from clewline.store import visible
from clewline.web.addresses import address
from clewline.web.asked import Asker
from clewline.web.case.filters import asked as time_line_asked
from clewline.web.case.filters import only_since, recorded_since
from clewline.web.copies.held import ENTRY_COLUMNS, Held, Source, entry_places, entry_row
from clewline.web.copies.of_rows import rows
from clewline.web.line import shown as line_shown
from clewline.web.line.addresses import of_line
from clewline.web.line.forms import Sought
from clewline.web.line.shown import heading
from clewline.web.links.forms import Filters as LinkFilters
from clewline.web.links.forms import filtered, ordered
from clewline.web.links.views import links_of_line, wanted
from clewline.web.person.filters import Filters as PeopleFilters
from clewline.web.person.shown import named_in, shown_person
from clewline.workflow import case_links
from clewline.workflow.case_lines import about, lines_of

NOT_UNDERSTOOD = "These filters make no sense; go back and choose them again."
AT_ONCE = 100


def case_source(asker: Asker, case: str, given: QueryDict) -> Source:
    """Return what is to be copied of a case.

    :raises NotFound: there is no such thing to copy.
    """
    of = given.get("of") or "time line"
    if of not in SOURCES:
        raise NotFound("There is no such page.")
    return SOURCES[of](asker, case, given)


def _time_line(asker: Asker, case: str, given: QueryDict) -> Source:
    asked = _set(given, "kind", "subject", "first", "last", "since")

    def hold() -> Held:
        kinds = tuple(visible.kinds_in(asker.person, asker.today, case))
        chosen, _ = time_line_asked(asked, case=case, kinds=kinds)
        if chosen is None:
            raise BadInput(NOT_UNDERSTOOD)
        since, more = recorded_since(asked), False
        if since is not None:
            chosen, more = only_since(asker, case, chosen, since)
        numbers, cut = _cut(
            visible.listed(asker.person, asker.today, case, chosen, most=settings.COPY_MOST + 1)
        )
        return entries_held(
            asker,
            case,
            lambda: visible.numbered(asker.person, asker.today, numbers),
            len(numbers),
            cut or more,
        )

    return Source(
        title=f"Time line of case {case}", case=case, asked=asked, back=_back("case", case, asked), hold=hold
    )


def entries_held(asker: Asker, case: str, read: Callable[[], Iterator[Entry]], count: int, cut: bool) -> Held:
    """Return entries of a case as what is copied."""

    def links() -> Links:
        found = case_links.of_entries(asker.person, asker.today, case, read())
        return case_links.protected(asker.person, asker.today, case, found)

    return Held(
        columns=ENTRY_COLUMNS,
        rows=lambda: map(entry_row, read()),
        count=count,
        cut=cut,
        links=cache(links),
        places=lambda: entry_places(read()),
    )


def _people(asker: Asker, case: str, given: QueryDict) -> Source:
    asked = _set(given, "waits", "under_18", "role", "force")

    def hold() -> Held:
        form = PeopleFilters(asked, work=asker.person.role)
        if not form.is_valid():
            raise BadInput(NOT_UNDERSTOOD)
        ids, cut = form.of(asker, case, most=settings.COPY_MOST)

        def entries() -> Iterator[tuple[Sequence[str], list[Entry]]]:
            for at in range(0, len(ids), AT_ONCE):
                some = ids[at : at + AT_ONCE]
                yield some, visible.of_people(asker.person, asker.today, case, some, most=100_000)

        def links() -> Links:
            some = [entry for _, found in entries() for entry in found]
            return case_links.of_entries(asker.person, asker.today, case, some)

        def people() -> Iterator[dict[str, Any]]:
            for some, found in entries():
                gone = visible.no_longer(asker.person, asker.today, case, found)
                by_person: dict[str | None, list[Entry]] = {}
                for entry in found:
                    by_person.setdefault(named_in(entry), []).append(entry)
                for one in some:
                    yield _person(one, by_person.get(one, []), gone, asker)

        return Held(columns=PERSON_COLUMNS, rows=people, count=len(ids), cut=cut, links=cache(links))

    return Source(
        title=f"People as recorded in case {case}",
        case=case,
        asked=asked,
        back=_back("people", case, asked),
        hold=hold,
        holds=frozenset((Holds.ROWS, Holds.LINKS)),
    )


PERSON_COLUMNS = (
    "Person as recorded",
    "Names as recorded",
    "Protection",
    "Why",
    "Age as recorded",
    "On",
    "Force",
    "Number",
    "Roles on lines, as a force says",
)


def _person(one: str, entries: Sequence[Entry], gone: set[str], asker: Asker) -> dict[str, Any]:
    found = shown_person(one, entries, gone, asker.today)
    why = protection([e for e in entries if e.id not in gone], asker.today).reasons
    return {
        "Person as recorded": one,
        "Names as recorded": found.names or "",
        "Protection": "Possible victim first" if why else "",
        "Why": "; ".join(reason.sentence for reason in why),
        "Age as recorded": found.age,
        "On": found.aged.day if found.aged else None,
        "Force": found.force,
        "Number": found.number,
        "Roles on lines, as a force says": "; ".join(
            f"{role.role} of {role.line}" for role, _ in found.roles
        ),
    }


LINE_COLUMNS = ("Line", "Name", "Force", "Numbers", "Last said of it", "Latest entry", "Entries")


def _lines(asker: Asker, case: str, given: QueryDict) -> Source:
    asked = _set(given, "about")

    def hold() -> Held:
        form = Sought(asked)
        if not form.is_valid():
            raise BadInput(NOT_UNDERSTOOD)
        found = list(lines_of(asker.person, asker.today, case).by_id.values())
        text = form.cleaned_data["about"]
        found, cut = _cut(line_shown.sought(found, text) if text else found)

        def lines() -> Iterator[dict[str, Any]]:
            for line in found:
                yield {
                    "Line": line.id,
                    "Name": (line.said.name if line.said else None) or "",
                    "Force": (line.said.force if line.said else None) or "",
                    "Numbers": ", ".join(used.identifier or used.number for used in line.numbers),
                    "Last said of it": line_shown.state(line),
                    "Latest entry": line.latest,
                    "Entries": " ".join(entry.id for entry in line.entries),
                }

        def links() -> Links:
            some = [entry for line in found for entry in line.entries]
            tied = case_links.of_entries(asker.person, asker.today, case, some)
            return case_links.protected(asker.person, asker.today, case, tied)

        return Held(columns=LINE_COLUMNS, rows=lines, count=len(found), cut=cut, links=cache(links))

    return Source(
        title=f"Lines of case {case}",
        case=case,
        asked=asked,
        back=_back("lines", case, asked),
        hold=hold,
        holds=frozenset((Holds.ROWS, Holds.LINKS)),
    )


def _line_links(asker: Asker, case: str, given: QueryDict) -> Source:
    asked = _set(given, "what", "first", "last")
    one = about(asker.person, asker.today, case, given.get("subject", ""))

    def hold() -> Held:
        form = LinkFilters(asked)
        _, found, missing = links_of_line(asker, case, one.subject, form)
        if not form.is_valid():
            raise BadInput(NOT_UNDERSTOOD)
        return links_held(filtered(found, asked.get("what")), notes=(missing,) if missing else ())

    return Source(
        title=f"Links of {heading(one)[0].lower()}{heading(one)[1:]}",
        case=case,
        subject=one.subject,
        asked=asked,
        back=of_line("line_links", case, one.subject, asked),
        hold=hold,
        holds=frozenset((Holds.ROWS, Holds.LINKS)),
    )


def _case_links(asker: Asker, case: str, given: QueryDict) -> Source:
    asked = _set(given, "what", "first", "last")

    def hold() -> Held:
        form = LinkFilters(asked)
        if not form.is_valid():
            raise BadInput(NOT_UNDERSTOOD)
        found, _, more = case_links.of_case(
            asker.person, asker.today, case, wanted(form), most=settings.COPY_MOST
        )
        return links_held(filtered(found, asked.get("what")), cut=more)

    return Source(
        title=f"Links of case {case}",
        case=case,
        asked=asked,
        back=_back("case_links", case, asked),
        hold=hold,
        holds=frozenset((Holds.ROWS, Holds.LINKS)),
    )


def links_held(found: Links, *, cut: bool = False, notes: tuple[str, ...] = ()) -> Held:
    """Return links as what is copied."""
    links = Links(things=found.things, links=tuple(ordered(found, "")))
    return Held(
        columns=LINK_COLUMNS,
        rows=lambda: link_rows(links),
        count=len(links.links),
        cut=cut,
        links=lambda: links,
        notes=notes,
    )


def _set(given: QueryDict, *names: str) -> dict[str, str]:
    """Return the filters that are set."""
    return {name: str(given[name]) for name in names if given.get(name)}


def _back(name: str, case: str, asked: Mapping[str, str]) -> str:
    page = address(name, case=case)
    return f"{page}?{urlencode(asked)}" if asked else page


def _cut(some: list[Any]) -> tuple[list[Any], bool]:
    """Return what one copy may hold, and whether that leaves some out."""
    most = settings.COPY_MOST
    return some[:most], len(some) > most


SOURCES: Mapping[str, Callable[[Asker, str, QueryDict], Source]] = {
    "time line": _time_line,
    "people": _people,
    "lines": _lines,
    "links": _line_links,
    "case links": _case_links,
    "rows": rows,
}
"""By what the address says that is to be copied."""
