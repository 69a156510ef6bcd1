"""Made-up weeks of made-up forces, as a bulletin tells them, with figures that agree with each other."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

FORCES = (
    "Northmoor Police",
    "Eastvale Constabulary",
    "Severnside Police",
    "Wealdshire Police",
    "Calderbank Police",
)
_MONDAYS = tuple(date(2019, 10, 7) + timedelta(weeks=n) for n in range(290))


@dataclass(frozen=True, kw_only=True)
class Week:
    """What a force achieved in a week of action, and how its text says it."""

    force: str
    start: date
    arrests: int
    men: int
    charged: int
    charges: int
    lines: int
    safeguarded: int
    children: int
    cash: int
    class_a: int
    """Class A and B drugs in tenths of a kilogram."""
    class_b: int
    weapons: int
    knives: int
    phones: int
    visits: int
    wraps: int
    warrants: int
    closed: str = "closed"
    arrests_said: str = ""
    """The arrests as the headline or the lead says them; the number where it is empty."""
    cash_said: str = ""
    days: int = 7
    shift: int = 0
    """By how many days the first weekday named is wrong."""

    @property
    def women(self) -> int:
        return self.arrests - self.men

    @property
    def adults(self) -> int:
        return self.safeguarded - self.children

    @property
    def end(self) -> date:
        return self.start + timedelta(days=self.days - 1)

    @property
    def published(self) -> date:
        return self.start + timedelta(days=10)

    @property
    def a(self) -> str:
        """Class A drugs in kilograms, as text; `b` likewise, and `both`."""
        return f"{self.class_a / 10:g}kg"

    @property
    def b(self) -> str:
        return f"{self.class_b / 10:g}kg"

    @property
    def both(self) -> str:
        return f"{(self.class_a + self.class_b) / 10:g}kg"

    @property
    def arrested(self) -> str:
        return self.arrests_said or str(self.arrests)

    @property
    def pounds(self) -> str:
        return self.cash_said or f"£{self.cash:,}"

    @property
    def dates(self) -> str:
        """The days without weekdays: `9 to 15 October 2023`."""
        month = "" if self.start.month == self.end.month else f" {self.start:%B}"
        return f"{self.start.day}{month} to {self.end.day} {self.end:%B %Y}"

    @property
    def weekdays(self) -> str:
        """The days with weekdays: `Monday 9 October to Sunday 15 October 2023`."""
        first = self.start + timedelta(days=self.shift)
        return f"{first:%A} {self.start.day} {self.start:%B} to {self.end:%A} {self.end.day} {self.end:%B %Y}"

    @property
    def american(self) -> str:
        """The days with the month first: `Monday, October 9 until Sunday, October 15`."""
        first = self.start + timedelta(days=self.shift)
        return (
            f"{first:%A}, {self.start:%B} {self.start.day} until {self.end:%A}, {self.end:%B} {self.end.day}"
        )


def week(rng: Random) -> Week:
    """Return a week whose numbers fit each other."""
    arrests, safeguarded = rng.sample(range(61, 290), 2)
    charged = rng.randrange(30, 60)
    return Week(
        force=rng.choice(FORCES),
        start=rng.choice(_MONDAYS),
        arrests=arrests,
        men=arrests - rng.randrange(12, 40),
        charged=charged,
        charges=charged + rng.randrange(290, 400),
        lines=rng.randrange(13, 29),
        safeguarded=safeguarded,
        children=rng.randrange(13, 55),
        cash=rng.randrange(12_000, 690_000) // 10 * 10 + rng.randrange(1, 10),
        class_a=rng.randrange(21, 180),
        class_b=rng.randrange(190, 480),
        weapons=rng.randrange(41, 99),
        knives=rng.randrange(13, 39),
        phones=rng.randrange(103, 298),
        visits=rng.randrange(31, 199),
        wraps=rng.randrange(310, 2900),
        warrants=rng.randrange(13, 88),
    )
