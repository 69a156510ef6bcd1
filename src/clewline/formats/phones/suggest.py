"""From the header of an operator's table and a sample of its rows, a layout so far, and the questions left open.

What one reading alone fits is filled in; what could be read in two ways is asked, with the choices. A person answers
and previews before anything is taken in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from clewline.errors import BadDeclaration
from clewline.formats.phones import suggest_words as words
from clewline.formats.phones.event import DATES, SERVICES, Direction, Service
from clewline.formats.phones.layout import SIDELESS, PhoneLayout, Side, read_layout, write_layout
from clewline.formats.phones.moment import TimeStyle
from clewline.formats.phones.suggest_times import ambiguous_duration, says_offset, shape, styles

MOST_WORDS = 40
"""Different words of a column of services or directions; one with more holds something else."""
_ZONES = ("Europe/London", "UTC", "Europe/Berlin", "Europe/Paris", "Europe/Amsterdam", "Europe/Dublin")


@dataclass(frozen=True, kw_only=True)
class Question:
    """Something that the table does not say, and that a person must."""

    about: str
    """What the answer fills: a key of a layout, as `zone`, or `columns`, `services`, `directions` or `duration`."""
    ask: str
    """A sentence that asks it."""
    choices: tuple[str, ...] = ()
    """Answers that can be; others may be given where it is empty."""
    columns: tuple[str, ...] = ()
    """The columns in question."""
    words: tuple[str, ...] = ()
    """The words whose meaning is asked."""


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """What could be told of a table."""

    columns: Mapping[str, tuple[str, ...]]
    """What, of the layout's `WANTS`, and the columns that seem to hold it."""
    times: TimeStyle | None
    """The one style that fits all times of the sample."""
    zone: str | None
    """`UTC` where the times say their own offset; otherwise it is asked."""
    services: Mapping[str, Service]
    """Words of the column of services and their proposed meanings."""
    directions: Mapping[str, Direction]
    side: Side | None
    unread: tuple[str, ...]
    """Columns of which nothing is known, and which are not read."""
    questions: tuple[Question, ...]
    """What is still to be answered; the layout is done where there is none."""

    def layout(self, *, name: str, title: str, **answers: Any) -> PhoneLayout:
        """Return the layout with the answers given: `zone`, `times`, `service`, `services`, `directions`, `dates`,
        `side`, `number`, `country`, `columns` and the other keys of a layout; tables are added to what is known.

        :raises BadDeclaration: a question that a layout needs is unanswered, or an answer is none of the choices.
        """
        known: dict[str, Any] = {
            "columns": dict(self.columns),
            "services": dict(self.services),
            "directions": dict(self.directions),
            "times": self.times,
            "zone": self.zone,
            "side": self.side,
        }
        if isinstance(answers.get("dates"), str):
            # As it is asked: of data sessions. A table names other services too.
            answers["dates"] = {"data": answers["dates"]}
        for key, value in answers.items():
            known[key] = {**known[key], **value} if isinstance(known.get(key), dict) else value
        for question in self.questions:
            if question.about in ("times", "zone") and not known[question.about]:
                raise BadDeclaration(f"The layout is not done. {question.ask}")
        draft = PhoneLayout(name=name, title=title, **known)
        # Its own words are the one place where a layout is checked.
        return read_layout(write_layout(draft))


def suggest(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Suggestion:
    """Return what the header and a sample of rows (each as long as the header) tell of a table."""
    return _Table(tuple(header), rows).suggestion()


class _Table:
    """One table being looked at."""

    def __init__(self, header: tuple[str, ...], rows: Sequence[Sequence[str]]) -> None:
        self._header, self._rows = header, rows
        self._values = {
            name: [row[at].strip() for row in rows if row[at].strip()] for at, name in enumerate(header)
        }
        self._columns: dict[str, tuple[str, ...]] = {}
        self._questions: list[Question] = []

    def suggestion(self) -> Suggestion:
        times_of = self._find_columns()
        self._parties()
        style = self._style(times_of)
        zone = self._zone(style, times_of)
        services, directions = self._words()
        self._whose()
        side = self._side()
        self._data_sessions(services)
        if ambiguous_duration(self._held("duration")):
            self._ask(
                "duration",
                "Durations have two numbers with a colon: are they minutes or hours? Export seconds.",
            )
        read = {c for columns in self._columns.values() for c in columns}
        return Suggestion(
            columns=self._columns,
            times=style,
            zone=zone,
            services=services,
            directions=directions,
            side=side,
            unread=tuple(c for c in self._header if c and c not in read),
            questions=tuple(self._questions),
        )

    def _ask(self, about: str, ask: str, **more: Any) -> None:
        self._questions.append(Question(about=about, ask=ask, **more))

    def _held(self, want: str) -> list[str]:
        """Return the values of the columns of a want, each by itself."""
        return [value for column in self._columns.get(want, ()) for value in self._values[column]]

    def _find_columns(self) -> list[str]:
        """Fill in the columns whose names are known; return the times of the sample, put together."""
        found: dict[str, list[str]] = {}
        for column in self._header:
            for want in words.wants(column):
                found.setdefault(want, []).append(column)
        self._cell(found)
        joined: list[str] = []
        for want in ("start", "end"):
            of_time, times = self._time(want, found.pop(want, []))
            if of_time:
                self._columns[want] = of_time
                joined += times
        if "start" not in self._columns:
            self._ask("columns", "Which column or columns hold the start of each use?", choices=self._header)
        for want, named in found.items():
            free = [c for c in named if not self._taken(c)]
            if free and want not in words.NUMBERS_OF_A_CELL:
                self._columns[want] = (free[0],)
                if len(free) > 1:
                    self._ask("columns", f"Which of these columns holds {want}?", columns=tuple(free))
        for one, two in (("lat", "lon"), ("easting", "northing"), ("last_lat", "last_lon")):
            if (one in self._columns) != (two in self._columns):
                alone = self._columns.pop(one, ()) or self._columns.pop(two)
                ask = f"Which column goes with {alone[0]!r}, for {one} and {two}?"
                self._ask("columns", ask, columns=alone)
        return joined

    def _taken(self, column: str) -> bool:
        return any(column in columns for columns in self._columns.values())

    def _cell(self, found: dict[str, list[str]]) -> None:
        """Make up the cell from its numbers where those stand in columns of their own."""
        for parts in (("mcc", "mnc", "lac", "ci"), ("mcc", "mnc", "eci"), ("mcc", "mnc", "ci")):
            if all(part in found for part in parts):
                columns = tuple(found[part][0] for part in parts)
                self._columns["cell"] = columns
                found["cell"] = [c for c in found.get("cell", ()) if c not in columns]
                break
        if "cell" in self._columns and not found["cell"]:
            del found["cell"]

    def _time(self, want: str, columns: list[str]) -> tuple[tuple[str, ...], list[str]]:
        """Return the columns of a time, one or a date and a clock, by what they hold, and its values put together."""
        by_shape: dict[str, list[str]] = {}
        for column in columns:
            by_shape.setdefault(shape(self._values[column]), []).append(column)
        if whole := by_shape.get("whole"):
            if len(whole) > 1:
                self._ask(
                    "columns", f"Which of these columns holds the {want} of each use?", columns=tuple(whole)
                )
            return (whole[0],), self._values[whole[0]]
        if (dates := by_shape.get("date")) and (clocks := by_shape.get("clock")):
            at, then = self._header.index(dates[0]), self._header.index(clocks[0])
            pairs = [(row[at].strip(), row[then].strip()) for row in self._rows]
            return (dates[0], clocks[0]), [f"{date} {clock}" for date, clock in pairs if date and clock]
        return (), []

    def _parties(self) -> None:
        """Settle on two parties, or on a phone and the other party: a layout reads a record in one of the ways."""
        has = self._columns.keys()
        if "from" in has and "to" in has:
            for want in ("number", "other"):
                if column := self._columns.pop(want, ()):
                    self._ask(
                        "columns",
                        f"The table names both parties, and a phone in {column[0]!r}: is that one of the two? "
                        "The parties are read; where it is not, take them out and read it.",
                        columns=column,
                    )
            return
        for want in ("from", "to"):
            if column := self._columns.pop(want, ()):
                self._columns.setdefault(
                    "number" if "number" not in has and want == "from" else "other", column
                )
        for want, bare in (("cell_from", "cell"), ("cell_to", "cell")):
            if column := self._columns.pop(want, ()):
                self._columns.setdefault(bare, column)

    def _style(self, times: list[str]) -> TimeStyle | None:
        fitting = styles(times)
        if len(fitting) == 1:
            return fitting[0]
        columns = self._columns.get("start", ())
        if fitting:
            self._ask(
                "times",
                "The times can be read in several styles: which is it?",
                choices=fitting,
                columns=columns,
            )
        elif columns:
            self._ask(
                "times",
                "No known style fits all times of the sample: which is it? Years need four digits.",
                choices=get_args(TimeStyle),
                columns=columns,
            )
        return None

    def _zone(self, style: TimeStyle | None, times: list[str]) -> str | None:
        if (style and "since 1970" in style) or (times and all(map(says_offset, times))):
            return "UTC"
        self._ask(
            "zone",
            "The times do not say their offset from UTC: which zone's clocks are they?",
            choices=_ZONES,
        )
        return None

    def _words(self) -> tuple[dict[str, Service], dict[str, Direction]]:
        services: dict[str, Service] = {}
        if "service" in self._columns:
            services = self._meanings("service", words.service, SERVICES)
        else:
            self._ask("service", "No column says what was used: what are all records of?", choices=SERVICES)
        said = set(self._held("service"))
        if "direction" not in self._columns and said and all(map(words.direction, said)):
            # One word may say both, as MOC does.
            self._columns["direction"] = self._columns["service"]
        directions: dict[str, Direction] = {}
        if "direction" in self._columns:
            directions = self._meanings("direction", words.direction, ("out", "in"))
        return services, directions

    def _meanings(self, want: str, meaning: Any, choices: tuple[str, ...]) -> dict[str, Any]:
        distinct = list(dict.fromkeys(self._held(want)))
        if len(distinct) > MOST_WORDS:
            column = self._columns.pop(want)
            self._ask(
                "columns",
                f"{column[0]!r} has too many words for a {want}: which column is it?",
                columns=column,
            )
            return {}
        known = {word.casefold(): found for word in distinct if (found := meaning(word))}
        unknown = tuple(word for word in distinct if word.casefold() not in known)
        if unknown:
            ask = f"What do these words for a {want} mean?"
            self._ask(f"{want}s", ask, choices=choices, columns=self._columns[want], words=unknown)
        return known

    def _whose(self) -> None:
        if not {"number", "from", "imsi", "imei"} & self._columns.keys():
            self._ask("number", "No column says which phone the records are about: what is its number?")

    def _side(self) -> Side | None:
        bare = [want for want in SIDELESS if want in self._columns]
        if "from" not in self._columns or not bare:
            return None
        choices = [s for s in get_args(Side) if s != "direction" or "direction" in self._columns]
        ask = f"Each record has two parties: whose are {', '.join(bare)}?"
        self._ask(
            "side", ask, choices=tuple(choices), columns=tuple(c for w in bare for c in self._columns[w])
        )
        return None

    def _data_sessions(self, services: Mapping[str, Service]) -> None:
        if "data" in services.values() or "service" not in self._columns:
            self._ask("dates", "What does the time of a data session date?", choices=DATES)
