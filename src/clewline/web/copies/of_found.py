"""What can be copied beside a case: what a search found, and the rows that a figure counts, of the asker's own cases.

No links are copied from here: they would tie things of several cases, and to join cases is a decision that somebody
else must approve.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict

from clewline.access import kinds_of
from clewline.errors import BadInput, NotFound
from clewline.output.copies import Holds
from clewline.record import Entry
from clewline.store import visible
from clewline.store.accounts.people import own_cases
from clewline.web.addresses import address
from clewline.web.asked import Asker
from clewline.web.copies.held import ENTRY_COLUMNS, Held, Source, entry_places, entry_row
from clewline.web.figures.period import Period
from clewline.web.figures.views import known_at
from clewline.web.search.form import Search
from clewline.workflow.figure_rows import figure_rows

WITHOUT_LINKS = frozenset((Holds.ROWS, Holds.PLACES))


def found_source(asker: Asker, given: QueryDict) -> Source:
    """Return what is to be copied: a figure's rows where the address names a figure, else what a search finds."""
    return _figure(asker, given) if given.get("figure") else _search(asker, given)


def _search(asker: Asker, given: QueryDict) -> Source:
    asked = {name: str(given[name]) for name in Search.base_fields if given.get(name)}

    def hold() -> Held:
        own = own_cases(asker.person, asker.today)
        form = Search(asked, cases=own, kinds=kinds_of(asker.person.role))
        if not form.is_valid():
            raise BadInput("Nothing was searched for; go back and search again.")
        cases = [form.cleaned_data["case"]] if form.cleaned_data["case"] else list(own)
        most = settings.COPY_MOST
        listed = visible.mentioning(asker.person, asker.today, cases, form.asked(), most=most)
        entries = [entry for _, entry in listed.entries]
        return Held(
            columns=ENTRY_COLUMNS,
            rows=lambda: map(entry_row, entries),
            count=len(entries),
            cut=listed.more,
            places=lambda: entry_places(entries),
        )

    return Source(
        title="What a search found",
        asked=asked,
        back=f"{address('search')}?{urlencode(asked)}",
        hold=hold,
        holds=WITHOUT_LINKS,
    )


def _figure(asker: Asker, given: QueryDict) -> Source:
    figure = str(given["figure"])
    names = [
        "start",
        "end",
        "force",
        "as_of",
        "known",
        "version",
        *sorted(k for k in given if k.startswith("where_")),
    ]
    asked = {name: str(given[name]) for name in names if given.get(name)}

    def hold() -> Held:
        form = Period(asked)
        if not form.is_valid():
            raise BadInput("The figure has no period; go back and open it again.")
        said = form.cleaned_data
        where = {k.removeprefix("where_"): v for k, v in asked.items() if k.startswith("where_")}
        page = figure_rows(
            figure,
            start=said["start"],
            end=said["end"],
            as_of=known_at(asked, said["known"], asker.at),
            where=({"force": said["force"]} if said["force"] else {}) | where,
            version=asked.get("version"),
            most=settings.COPY_MOST,
        )
        ids = [row.entry_id for row in page.rows]
        entries = dict(_entries(asker, ids))
        seen = [row for row in page.rows if row.entry_id in entries]
        amounts = page.counted.figure.measure != "count"

        def rows() -> Iterator[dict[str, Any]]:
            for row in seen:
                counts = {"Counts": row.unit if row.unit is not None else "not recorded"}
                yield entry_row(entries[row.entry_id]) | counts | ({"Amount": row.amount} if amounts else {})

        return Held(
            columns=("Counts", *(("Amount",) if amounts else ()), *ENTRY_COLUMNS),
            rows=rows,
            count=len(seen),
            cut=page.more,
            places=lambda: entry_places(entries[one.entry_id] for one in seen),
            notes=_notes(page.counted.definition.sentence, len(ids) - len(seen)),
        )

    return Source(
        title=f"Rows of the figure {figure.replace('_', ' ')}",
        asked=asked,
        back=f"{_figure_page(figure)}?{urlencode(asked)}",
        hold=hold,
        holds=WITHOUT_LINKS,
    )


def _figure_page(figure: str) -> str:
    from django.urls import NoReverseMatch

    try:
        return address("figure", figure=figure)
    except NoReverseMatch:
        raise NotFound("There is no such page.") from None


def _notes(sentence: str, left_out: int) -> tuple[str, ...]:
    if not left_out:
        return (sentence,)
    rows = "1 row that it counts is" if left_out == 1 else f"{left_out:,} rows that it counts are"
    return sentence, f"{rows} left out: of another case, or of a kind of entry that the work does not need."


def _entries(asker: Asker, ids: list[str]) -> Iterable[tuple[str, Entry]]:
    """Yield, of entries by their ids, those that the asker may see."""
    by_case: dict[str, list[str]] = {}
    for at in range(0, len(ids), 500):
        seen = visible.seen_among(asker.person, asker.today, ids[at : at + 500])
        for entry, case in seen.items():
            by_case.setdefault(case, []).append(entry)
    for case, some in by_case.items():
        for entry_ in visible.of_ids(asker.person, asker.today, case, some):
            yield entry_.id, entry_
