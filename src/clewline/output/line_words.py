"""The words in which a line is told: kinds of use, times, the sentences at the top of its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from clewline.analysis.phones import Ref, Row
from clewline.analysis.phones.areas import point_words
from clewline.analysis.phones.cells import Cell
from clewline.analysis.phones.journeys import Journey
from clewline.output.line_moves import title
from clewline.output.records_end import end_sentence
from clewline.output.words import day_words, period_words, printable
from clewline.workflow.line import Summary

LIMITS = (
    "Records of use, and not of who used the phone. A cell's site is where its mast stands, not where the phone was; "
    "which places a cell serves is for an expert to say. Counts are of what the case's files hold."
)
SERVICES = {
    "call": ("call", "calls"),
    "text": ("text", "texts"),
    "multimedia": ("multimedia message", "multimedia messages"),
    "data": ("data session", "data sessions"),
    "other": ("other use", "other uses"),
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, kw_only=True)
class Told:
    """A number with its words; `mark` opens its rows, where it has one."""

    number: str
    words: str
    mark: str | None = None


def number_words(found: Summary) -> str:
    """Return the numbers of the line, as asked."""
    return " and ".join(map(printable, found.line.asked.numbers))


def heading(found: Summary) -> str:
    return f"Line {number_words(found)}"


def subtitle(found: Summary) -> str:
    """Return the period, the case and how time is told."""
    days = (found.line.last - found.line.first).days + 1
    return (
        f"{period_words(found.line.first, found.line.last)} ({days:,} {'day' if days == 1 else 'days'}). "
        f"Case {printable(found.case)}. Times are those of {printable(found.line.asked.zone)}."
    )


def cell_words(cell: Cell | Row) -> str:
    """Return a cell by its place, else its name, else where it stands; nothing where none is recorded."""
    if cell.place or cell.cell:
        return printable(cell.place or cell.cell or "")
    return "" if cell.lat is None or cell.lon is None else point_words((cell.lat, cell.lon))


def kind_words(service: str, direction: str | None, uses: int) -> str:
    """Return a kind of use, as `texts sent`."""
    one, many = SERVICES.get(service, SERVICES["other"])
    words = one if uses == 1 else many
    if service == "data" or direction is None:
        return words
    verb = "received" if direction == "in" else "made" if service == "call" else "sent"
    return f"{words} {verb}"


def use_words(row: Row) -> str:
    """Return what one row is, as `text out` or `end of call in`."""
    words = SERVICES.get(row.service, SERVICES["other"])[0].replace("multimedia message", "MMS")
    words = words.replace("data session", "data")
    direction = f" {row.direction}" if row.direction and row.service != "data" else ""
    return f"{'end of ' if row.moment == 'end' else ''}{words}{direction}"


def party_words(row: Row) -> str:
    """Return the other party's pseudonym."""
    return "withheld" if row.other == "withheld" else f"c{row.contact}" if row.contact else ""


def ref_words(ref: Ref) -> str:
    """Return where a row was received, as `EX/1 line 40`."""
    sheet = f" sheet {printable(ref.sheet)}" if ref.sheet else ""
    part = f".{ref.part}" if ref.part > 1 else ""
    return (
        f"{printable(ref.exhibit) if ref.exhibit else 'file ' + ref.sha256[:8]}{sheet} line {ref.line}{part}"
    )


def when(at: datetime) -> str:
    """Return a local time to the second, as `4 Mar 2024, 09:00:05`."""
    return f"{short_day(at.date())} {at.year}, {at:%H:%M:%S}"


def short_day(day: date) -> str:
    """Return a day without its year, as `4 Mar`."""
    return f"{day.day} {day_words(day).split()[1][:3]}"


def span_words(span: timedelta) -> str:
    """Return a length of time, as `3 h 20 min` or `12 days`."""
    minutes = round(span.total_seconds() / 60)
    if minutes >= 2880:
        return f"{span.days} days"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02d} min" if hours else f"{minutes} min"


def speed_words(journey: Journey) -> str:
    """Return the least speed of a journey; the time between two cells may be too short to tell."""
    return "" if journey.speed is None else f"{journey.speed:,.0f} km/h"


def share(part: int, whole: int) -> str:
    """Return a share in whole per cents."""
    return f"{100 * part / whole:.0f} %" if whole else ""


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def tiles(found: Summary) -> list[Told]:
    """Return the numbers of the first row of the page; those of nothing are left out."""
    head = found.headline
    period = (found.line.last - found.line.first).days + 1
    told = [
        Told(number=f"{head.uses:,}", words="uses", mark="uses"),
        Told(number=f"{head.days:,}", words=f"days in use, of {period:,}"),
        Told(number=f"{head.contacts:,}", words="other parties"),
        Told(number=f"{found.contacts.regular:,}", words="of them on 3 days or more"),
        Told(number=f"{len(found.bulk.bursts):,}", words="bursts of texts"),
        Told(number=f"{head.handsets:,}", words="handset" if head.handsets == 1 else "handsets"),
        Told(number=f"{head.sims:,}", words="SIM" if head.sims == 1 else "SIMs"),
        Told(
            number=f"{len({s.area.number for s in found.movements.stays}):,}",
            words=f"areas it stayed in, of {len(found.areas):,} seen",
        ),
        Told(number=f"{len(found.movements.journeys):,}", words="journeys"),
    ]
    return [t for t in told if t.number != "0"]


def sentences(found: Summary) -> Iterator[list[str | Told]]:
    """Yield what the records say in sentences, each of words and of numbers that open to their rows."""
    head = found.headline
    busiest = max(found.days, key=lambda d: (d.uses, -d.day.toordinal()))
    yield [
        "The line was used ",
        Told(number=f"{head.uses:,} times", words="", mark="uses"),
        f" on {plural(head.days, 'day')}, from {when(head.first)} to {when(head.last)}; most on ",
        Told(number=day_words(busiest.day), words="", mark=f"day:{busiest.day}"),
        f", {busiest.uses:,} times.",
    ]
    if found.silences:
        longest = max(found.silences, key=lambda s: s.days)
        yield [
            f"Its longest silence is {plural(longest.days, 'day')}, {period_words(longest.first, longest.last)}."
        ]
    if bursts := found.bulk.bursts:
        yield [
            "It sent texts in bulk ",
            Told(number=plural(len(bursts), "time"), words="", mark="burst:1"),
            f": {found.bulk.texts:,} texts to {plural(found.bulk.recipients, 'recipient')}, of whom "
            f"{found.bulk.repeated:,} ({share(found.bulk.repeated, found.bulk.recipients)}) had them more than once.",
        ]
    if changes := found.chain.changes:
        told = "; ".join(f"{c.what}, {when(c.before.last)} to {when(c.after.first)}" for c in changes[:4])
        more = f"; and {len(changes) - 4} more" if len(changes) > 4 else ""
        yield [f"What it was used in changed {plural(len(changes), 'time')}: {told}{more}."]
    night = found.usual[0]
    if night.listed:
        cell = night.listed[0]
        place = cell_words(cell)
        yield [
            "Between 00:00 and 06:00 it was most often served from ",
            Told(number=place, words="", mark="cell:night-1"),
            f", on {cell.days:,} of {plural(night.days, 'night')} with a located row.",
        ]
    if journeys := found.movements.journeys:
        longest_way = max(journeys, key=lambda j: (j.distance, -j.number))
        yield [
            f"It made {plural(len(journeys), 'journey')} between areas; the longest at least ",
            Told(number=f"{longest_way.distance:,.0f} km", words="", mark=f"journey:{longest_way.number}"),
            f", from {longest_way.left.letter} to {longest_way.reached.letter} ",
            f"on {day_words(longest_way.start.at.date())}.",
        ]
    for move in found.moves.found:
        said = title(found, move)
        yield [
            "It is proposed, for a person to judge, that ",
            Told(number=f"{said[0].lower()}{said[1:]}", words="", mark=f"move:{move.number}"),
            f": {plural(len(move.proposal.that('for')), 'thing speaks', 'things speak')} for it, "
            f"{len(move.proposal.that('against'))} against.",
        ]
    fast = [j for j in journeys if j.too_fast]
    if fast:
        yield [
            f"{plural(len(fast), 'journey')} would have been faster than any road or British railway: by air, or a "
            "second phone on the same number, or a wrong time or site: ",
            *(
                Told(
                    number=f"journey {j.number}{', ' if j is not fast[-1] else ''}",
                    words="",
                    mark=f"journey:{j.number}",
                )
                for j in fast[:8]
            ),
            ".",
        ]


def cautions(found: Summary) -> list[str]:
    """Return what the records leave open, a sentence each."""
    head = found.headline
    said = [end_sentence(end) for end in found.ends]
    if head.repeats:
        said.append(
            f"{plural(head.repeats, 'row repeats', 'rows repeat')} one of another file; each event is counted once."
        )
    if head.loose:
        said.append(
            f"The recorded time of {plural(head.loose, 'use')} ({share(head.loose, head.uses)}) may be earlier than "
            "the use: the operator dates them “at or before” their start or end."
        )
    if head.twofold:
        said.append(
            f"{plural(head.twofold, 'use falls', 'uses fall')} in the hour that occurs twice when clocks go back."
        )
    if head.unplaced:
        said.append(
            f"{plural(head.unplaced, 'use names', 'uses name')} no place ({share(head.unplaced, head.uses)})."
        )
    if head.withheld:
        said.append(f"The other party of {plural(head.withheld, 'use')} was withheld.")
    if found.chain.passed_over:
        said.append(
            f"{plural(found.chain.passed_over, 'row names', 'rows name')} no handset or no SIM, and tells no change."
        )
    return said


def rows_command(found: Summary, mark: str) -> str:
    """Return the command that prints every row behind a mark."""
    numbers = " ".join(printable(n) for n in found.line.asked.numbers)
    asked = found.line.asked
    return (
        f"clewline line {printable(found.case)} {numbers} --rows {mark}"
        + (f" --from {asked.start}" if asked.start else "")
        + (f" --to {asked.end}" if asked.end else "")
        + (f" --zone {asked.zone}" if asked.zone != "Europe/London" else "")
    )
