"""What the entry of a finding keeps of each evidence type, in words: its ratio, its interval, its day, its model."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from clewline.evidence.evidence_type import EvidenceType
from clewline.evidence.scale import FORENSIC
from clewline.evidence.types import all_types
from clewline.output import statement_words as words
from clewline.output.words import day_words

_SAID = re.compile(
    r"(?P<type>\w+): (?:no ratio|(?P<ratio>-?[\d.]+) \[(?P<lower>-?[\d.]+), (?P<upper>-?[\d.]+)\])"
    r"(?:, middle day (?P<day>[\d-]+) of (?P<days>\d+))?(?:, (?P<model>\S+) (?P<version>\S+))?"
)


@dataclass(frozen=True, kw_only=True)
class Said:
    """What one type said."""

    type: EvidenceType | None
    """None where this version of Clewline has no such type."""
    title: str
    ratio: float | None
    """Log10 of it; none where there was none."""
    bounds: tuple[float, float] | None
    day: date | None
    days: int | None
    model: str | None

    @property
    def times(self) -> str:
        """The ratio as a number."""
        return "no ratio" if self.ratio is None else words.times(self.ratio)

    @property
    def interval(self) -> str:
        if self.bounds is None:
            return ""
        return f"{words.times(self.bounds[0])} to {words.times(self.bounds[1])}"

    @property
    def support(self) -> str:
        """Which proposition the records support, and how strongly, by the verbal scale."""
        if self.ratio is None:
            return "none given"
        strength = FORENSIC.words(self.ratio)
        if strength == "no":
            return "neither"
        return f"{strength}, for the {'first' if self.ratio > 0 else 'second'} proposition"

    @property
    def of_days(self) -> str:
        """Which day of how many it is of; the whole period where it is of that."""
        if self.day is None:
            return "the whole period"
        return f"{day_words(self.day)}, the middle one of {self.days:,} days"


def said(findings: Iterable[str]) -> Iterator[Said]:
    """Yield what each type said; a line that cannot be read is told as it stands."""
    for text in findings:
        match = _SAID.fullmatch(text)
        if match is None:
            yield Said(type=None, title=text, ratio=None, bounds=None, day=None, days=None, model=None)
            continue
        of = match.groupdict()
        kind = all_types().get(of["type"])
        yield Said(
            type=kind,
            title=of["type"] if kind is None else kind.title,
            ratio=None if of["ratio"] is None else float(of["ratio"]),
            bounds=None if of["ratio"] is None else (float(of["lower"]), float(of["upper"])),
            day=None if of["day"] is None else date.fromisoformat(of["day"]),
            days=None if of["days"] is None else int(of["days"]),
            model=None if of["model"] is None else f"{of['model']}, version {of['version']}",
        )
