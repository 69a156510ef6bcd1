"""Custody: who is arrested, released, charged and tried, and what they were arrested for before."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from clewline.errors import BadInput
from clewline.simulate import offences
from clewline.simulate.chance import handed_out, often
from clewline.simulate.cohorts import Cohort, plan
from clewline.simulate.days import Days, years_before
from clewline.simulate.forces import Force, References
from clewline.simulate.lines import Line, Lines
from clewline.simulate.margins import Margins
from clewline.simulate.offences import Offence
from clewline.simulate.people import People, Person


@dataclass(kw_only=True)
class Arrest:
    """One arrest, under one custody reference."""

    ref: str
    day: date
    number: str
    """Person number; not always the suspect's first, where a record was made twice."""
    offence: Offence
    line: Line
    joint: bool = False
    """Whether the importing force took part, and reports it too."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """What a court decided on a charge."""

    day: date
    result: str
    plea: str
    months: int | None
    concurrent: bool | None


@dataclass(kw_only=True)
class Charge:
    """One charge and, once the case has ended, its result."""

    ref: str
    offence: Offence
    result: Result | None = None


@dataclass(kw_only=True)
class Suspect:
    """A person in one force's custody system, with all that happened to them there."""

    person: Person
    number: str
    holder: bool
    lines: list[Line]
    arrests: list[Arrest]
    """The first is the one that leads to the charges, where there are any."""
    charge_day: date | None = None
    charges: list[Charge] = field(default_factory=list)
    earlier: list[tuple[str, date, Offence]] = field(default_factory=list)
    """Earlier arrests, before the programme: custody reference, day, offence."""

    def trafficked_between(self, first: date, last: date) -> bool:
        """Return whether they were charged with drug trafficking in the period."""
        return (
            self.charge_day is not None
            and first <= self.charge_day <= last
            and any(c.offence.group == "drug trafficking" for c in self.charges)
        )


class Custody:
    """Makes the suspects of one force, so that the margins hold."""

    def __init__(
        self,
        rng: Random,
        margins: Margins,
        days: Days,
        people: People,
        *,
        force: Force,
        partner: Force | None,
        lines: Lines,
        refs: References,
    ) -> None:
        self._rng, self._margins, self._days, self._people = rng, margins, days, people
        self._force, self._partner, self._lines, self._refs = force, partner, lines, refs

    def suspects(self, *, strict: bool) -> list[Suspect]:
        """Return everyone arrested from the start of the programme until some weeks after the week.

        :raises BadInput: the margins contradict each other; only if `strict`.
        """
        cohorts, days, rng = plan(self._rng, self._margins, strict=strict), self._days, self._rng
        prompt = self._cohort(cohorts.week_week, "week")
        unsettled = self._cohort(cohorts.week_not, "week")
        late = self._cohort(cohorts.before_week, "before")
        settled = self._cohort(cohorts.before_before, "before")
        released = self._cohort(cohorts.before_not, "before")
        known = prompt + unsettled + late + settled + released
        grown = [s for s in known if years_before(s.person.born, -14) < days.start]
        for _ in range(cohorts.repeats):
            self._arrest_again(rng.choice(grown))
        self._charge_in_week(prompt + late)
        for s in settled:
            first = s.arrests[0].day
            charge_day = first + timedelta(
                days=rng.randint(0, 2) if often(rng, 0.8) else rng.randint(15, 150)
            )
            s.charge_day = max(first, min(charge_day, days.start - timedelta(days=1)))
            s.charges = [
                self._charge(s.charge_day, offences.charged(rng)) for _ in range(rng.choice((1, 1, 2, 2, 3)))
            ]
        self._charge_with_slavery(settled, strict)
        self._end_cases(settled, cohorts.holders_ended, cohorts.holders_convicted)
        for s in unsettled:
            if not s.holder and often(rng, 0.25):
                s.charge_day = days.after()
                s.charges = [self._charge(s.charge_day, offences.charged(rng))]
        later = self._later(len(prompt) + len(unsettled))
        return known + later

    def _cohort(self, cohort: Cohort, when: str) -> list[Suspect]:
        return [self._suspect(n < cohort.holders, when) for n in range(cohort.people)]

    def _suspect(self, holder: bool, when: str) -> Suspect:
        rng, days = self._rng, self._days
        day = {"week": days.week, "before": days.before, "after": days.after}[when]()
        child = not holder and often(rng, 0.17)
        person = self._people.new(
            day, youngest=12 if child else 18, oldest=17 if child else 20 if often(rng, 0.3) else 46
        )
        number = self._people.number("custodian", self._force.id, person)
        at = self._lines.running_on(day)
        many = rng.choice((1, 2, 2, 3)) if holder else 1
        return Suspect(
            person=person,
            number=number,
            holder=holder,
            lines=self._lines.all[at : at + many],
            arrests=[self._arrest(day, number, self._lines.all[at])],
        )

    def _arrest(self, day: date, number: str, line: Line) -> Arrest:
        joint = self._partner is not None and self._partner.area in line.importing and often(self._rng, 0.6)
        ref = self._refs.next("CU", day.year)
        if joint and self._partner is not None and often(self._rng, 0.3):
            # The importing force's custody suite took them in, and its reference is the one that both report.
            ref = f"{self._partner.letters}/J{ref[2:]}"
        return Arrest(
            ref=ref,
            day=day,
            number=number,
            offence=offences.one_of(self._rng, "drug trafficking", "drug possession"),
            line=line,
            joint=joint,
        )

    def _arrest_again(self, suspect: Suspect) -> None:
        """Arrest someone once more before the week; now and then the clerk makes a second person record of an adult: of
        children, who is helped under another number than they were arrested under is planted, and listed.
        """
        number, day = suspect.number, self._days.before(years_before(suspect.person.born, -12))
        twice = not suspect.holder and often(self._rng, 0.05)
        if twice and suspect.person.born <= years_before(day, 18):
            number = self._people.second_number("custodian", self._force.id, suspect.person)
        suspect.arrests.append(self._arrest(day, number, self._lines.all[self._lines.running_on(day)]))

    def _charge(self, day: date, offence: Offence) -> Charge:
        return Charge(ref=self._refs.next("CH", day.year), offence=offence)

    def _charge_in_week(self, suspects: list[Suspect]) -> None:
        m = self._margins
        sheets = offences.charge_sheet(
            self._rng,
            people=m.people_charged,
            charges=m.charges,
            trafficking=m.charges_drug_trafficking,
            class_a_and_b=m.charges_class_a_and_b,
            slavery=min(3, max(0, m.modern_slavery_defendants - 1)),
        )
        for s, sheet in zip(suspects, sheets, strict=True):
            s.charge_day = self._days.week(s.arrests[0].day)
            s.charges = [self._charge(s.charge_day, offence) for offence in sheet]
        self._slavery_in_week = sum(o.group == "modern slavery" for sheet in sheets for o in sheet)

    def _charge_with_slavery(self, settled: list[Suspect], strict: bool) -> None:
        m = self._margins
        defendants = m.modern_slavery_defendants - self._slavery_in_week
        if strict and defendants > len(settled):
            raise BadInput("The margins have more modern slavery defendants than people charged.")
        defendants = min(defendants, len(settled))
        charges = m.modern_slavery_charges - self._slavery_in_week if defendants else 0
        accused = self._rng.sample(settled, defendants)
        for s, many in zip(accused, handed_out(self._rng, charges, defendants), strict=True):
            assert s.charge_day is not None
            s.charges += [
                self._charge(s.charge_day, offences.one_of(self._rng, "modern slavery")) for _ in range(many)
            ]

    def _end_cases(self, settled: list[Suspect], holders_ended: int, holders_convicted: int) -> None:
        """End the oldest cases of line holders, none of them after the week; other cases may end after it."""
        holders = sorted((s for s in settled if s.holder), key=lambda s: s.charge_day or date.max)
        ended = holders[:holders_ended]
        guilty = {s.number for s in self._rng.sample(ended, holders_convicted)}
        for s in ended:
            self._end(s, guilty=s.number in guilty, last=self._days.end)
        for s in settled:
            if not s.holder and often(self._rng, 0.75):
                self._end(s, guilty=often(self._rng, 0.88), last=None)

    def _end(self, suspect: Suspect, *, guilty: bool, last: date | None) -> None:
        rng = self._rng
        assert suspect.charge_day is not None
        day = suspect.charge_day + timedelta(days=rng.randint(20, 420))
        day = day if last is None else min(day, last)
        if day > self._days.last:
            return
        for n, charge in enumerate(suspect.charges):
            if guilty and (n == 0 or often(rng, 0.7)):
                prison = often(rng, 0.8)
                charge.result = Result(
                    day=day,
                    result="G",
                    plea="G" if often(rng, 0.8) else "NG",
                    months=rng.randint(8, 96) if prison else None,
                    concurrent=n > 0 and often(rng, 0.8) if prison else None,
                )
            else:
                result = rng.choice(("LOF", "NG") if guilty else ("NG", "DISC"))
                charge.result = Result(
                    day=day, result=result, plea=rng.choice(("NG", "N")), months=None, concurrent=None
                )

    def _later(self, in_week: int) -> list[Suspect]:
        """Return people arrested after the week, who count in none of its figures."""
        later = [self._suspect(often(self._rng, 0.1), "after") for _ in range(4 + in_week // 5)]
        for s in later:
            if often(self._rng, 0.4):
                s.charge_day = s.arrests[0].day
                s.charges = [
                    self._charge(
                        s.charge_day, offences.one_of(self._rng, "drug trafficking", "modern slavery")
                    )
                ]
        return later
