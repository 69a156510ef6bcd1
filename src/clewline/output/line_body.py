"""The picture of a line that the command's page and the site's both hold; whoever shows it says where a mark opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from clewline.analysis.phones.activity import Hour
from clewline.analysis.phones.areas import Area
from clewline.analysis.phones.contacts import Contact
from clewline.analysis.phones.journeys import STAY
from clewline.output import line_words as words
from clewline.output.charts import short
from clewline.output.line_glance import glance
from clewline.output.line_links import Opens
from clewline.output.line_map import close_ups, colour, routes, whole_map
from clewline.output.line_moves import PROPOSED, decision, items, title
from clewline.output.words import printable
from clewline.workflow.line import Summary, hour_name

SHADES = 7
SHARES = 80
"""Width of the bar that shows who began."""


@dataclass(frozen=True, kw_only=True)
class Most:
    """How many of each are listed; the rest are counted."""

    bursts: int
    journeys: int
    routes: int = 12
    areas: int = 26
    spells: int = 60


@dataclass(frozen=True, kw_only=True)
class Square:
    """An hour of a weekday in the heat table; `shade` is 0 to `SHADES`."""

    uses: int
    shade: int
    href: str


@dataclass(frozen=True, kw_only=True)
class Heat:
    """Uses by weekday and hour, with the sums of each."""

    title: str
    rows: tuple[tuple[str, tuple[Square, ...], int], ...]
    hours: tuple[int, ...]
    all: int


@dataclass(frozen=True, kw_only=True)
class Party:
    """A contact as a row, with its weeks, its hours and who began drawn small."""

    contact: Contact
    shares: Markup
    weeks: Markup
    hours: Markup


@cache
def environment() -> Environment:
    """Return what writes the pages of a line."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def as_picture(found: Summary, opens: Opens, most: Most, *, rest: str, proposed: str) -> Markup:
    """Return the picture as HTML, for a page to hold under its own heading."""
    told = picture(found, opens, most, rest=rest, proposed=proposed)
    return Markup(environment().get_template("line_picture.html.j2").render(told))  # our own template


def picture(
    found: Summary, opens: Opens, most: Most, *, rest: str = ".", proposed: str = PROPOSED
) -> dict[str, Any]:
    """Return what the templates of the picture use.

    `rest` ends the sentence that says that only the first of many are listed; `proposed` says what a proposal is.
    """
    ways = routes(found.movements.journeys)
    first = found.open("uses", 1)
    return {
        "found": found,
        "head": found.headline,
        "words": words,
        "printable": printable,
        "href": opens,
        "cell_words": words.cell_words,
        "colour": colour,
        "tiles": words.tiles(found),
        "sentences": list(words.sentences(found)),
        "cautions": words.cautions(found),
        "glance": glance(found, opens),
        "heats": heats(found, opens),
        "kinds": [(k, f"kind:{k.service}-{k.direction or 'none'}") for k in found.headline.kinds],
        "bursts": found.bulk.bursts[: most.bursts],
        "parties": [_party(c, found) for c in found.contacts.listed],
        "spells": found.chain.spells[: most.spells],
        "map": whole_map(found, f"Where line {words.number_words(found)} was used", opens),
        "close_ups": close_ups(found, opens),
        "areas": _areas(found, most.areas),
        "routes": ways[: most.routes],
        "more_routes": max(0, len(ways) - most.routes),
        "journeys": found.movements.journeys[: most.journeys],
        "moves": [(m, title(found, m), decision(found, m), list(items(m))) for m in found.moves.found],
        "proposed": proposed,
        "rest": Markup(rest),  # words of the house
        "stay_hours": int(STAY / timedelta(hours=1)),
        "reference": words.ref_words(first[0].ref) if first else "EX/1 line 40",
    }


def heats(found: Summary, opens: Opens) -> list[Heat]:
    """Return the table of calls and messages, and that of data sessions; what there is none of is left out."""
    kinds = (
        ("Calls and messages", {(h.weekday, h.hour): h.spoken for h in found.hours}),
        ("Data sessions", {(h.weekday, h.hour): h.uses - h.spoken for h in found.hours}),
    )
    by_place = {(h.weekday, h.hour): h for h in found.hours}
    return [_heat(title, counts, by_place, opens) for title, counts in kinds if any(counts.values())]


def _heat(
    title: str, counts: dict[tuple[int, int], int], hours: dict[tuple[int, int], Hour], opens: Opens
) -> Heat:
    most = max(counts.values())

    def square(place: tuple[int, int]) -> Square:
        uses = counts.get(place, 0)
        return Square(
            uses=uses,
            shade=-(-SHADES * uses // most),
            href=opens(hour_name(hours[place])) if uses else "",
        )

    return Heat(
        title=title,
        rows=tuple(
            (
                name[:3],
                tuple(square((day, h)) for h in range(24)),
                sum(counts.get((day, h), 0) for h in range(24)),
            )
            for day, name in enumerate(words.WEEKDAYS, 1)
        ),
        hours=tuple(sum(counts.get((d, h), 0) for d in range(1, 8)) for h in range(24)),
        all=sum(counts.values()),
    )


def _party(contact: Contact, found: Summary) -> Party:
    """Draw a tick for each week with a use, over the weeks of the period, and a column for each hour of the day."""
    first = found.line.first - timedelta(days=found.line.first.weekday())
    count = (found.line.last - first).days // 7 + 1
    wide = min(8.0, 150 / count)
    ticks = Markup("").join(
        Markup('<rect class="bar" x="{}" y="3" width="{}" height="9"/>').format(
            short((m - first).days // 7 * wide), short(wide * 0.8)
        )
        for m in contact.weeks
    )
    most = max(contact.hours)
    columns = Markup("").join(
        Markup('<rect class="bar" x="{}" y="{}" width="2.6" height="{}"/>').format(
            short(3.2 * h), short(14 - 13 * uses / most), short(13 * uses / most)
        )
        for h, uses in enumerate(contact.hours)
        if uses
    )
    busiest = max(range(24), key=lambda h: contact.hours[h])
    return Party(
        contact=contact,
        shares=_shares(contact),
        weeks=_small(ticks, wide * count, f"in {len(contact.weeks)} of {count} weeks"),
        hours=_small(columns, 77.0, f"most from {busiest:02d}:00 to {busiest:02d}:59"),
    )


def _shares(contact: Contact) -> Markup:
    """Draw how many of the uses with a direction went from the line to the party."""
    both = contact.out + contact.into
    part = SHARES * contact.out / (both or 1)
    return Markup(
        '<svg class="spark" role="img" aria-label="{} of {} from the line" width="{}" height="10" viewBox="0 0 {} 10">'
        '<rect class="data" width="{}" height="10"/><rect class="bar" width="{}" height="10"/></svg>'
    ).format(contact.out, both, SHARES, SHARES, SHARES, short(part))


def _small(drawn: Markup, width: float, told: str) -> Markup:
    return Markup(
        '<svg class="spark" role="img" aria-label="{0}" width="{1}" height="15" viewBox="0 0 {1} 15">'
        '<rect class="track" x="0" y="14" width="{1}" height="1"/>{2}</svg>'
    ).format(told, short(width), drawn)


def _areas(found: Summary, most: int) -> Sequence[Area]:
    """Return the areas of stays first of all, and of the others the most used, as many as are listed."""
    stayed = {s.area.number for s in found.movements.stays}
    chosen = [a for a in found.areas if a.number in stayed or a.number <= 8]
    return sorted(chosen, key=lambda a: a.number)[:most]
