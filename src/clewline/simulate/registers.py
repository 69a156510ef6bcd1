"""Registers of lines and of police work: numbers, closures, check-backs, roles, warrants, searches, visits."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from clewline.simulate.chance import often, weighted
from clewline.simulate.custody import Suspect
from clewline.simulate.days import Days
from clewline.simulate.forces import Force, References
from clewline.simulate.lines import Closure, Line, Lines
from clewline.simulate.margins import Margins
from clewline.simulate.property import EVERY, Common
from clewline.simulate.tables import Cell, Row, Table

COORDINATOR = "National County Lines Coordination Centre"
_BASES = ("attribution report", "handset examination", "admission", "top-up records", "officer's statement")
_ROLES = (("RUNNER", 6), ("ELDER", 1), ("ASSOC", 2), ("USER", 1))
_METHODS = ("bulk message interrupted", "runner arrested", "address closed", "number reported to operator")
_POWERS = ("Misuse of Drugs Act 1971, s.23", "Police and Criminal Evidence Act 1984, s.8")
_SEARCHED = (("PERSON", 6), ("PREM", 4), ("VEH", 2), ("CELL", 1))
_ACTIVITIES = (
    "rail deployment",
    "road deployment",
    "hotel visits",
    "prison visit",
    "test purchase",
    "open-land sweep",
)
_VISITS = (("N", 6), ("C", 3), ("X", 2))
_EVIDENCE = {
    "T1": "Holder charged; handset seized; no marketing message since.",
    "T2": "Number deactivated by the operator; no marketing message since.",
}


@dataclass(kw_only=True)
class Registers:
    """Writes one force's registers of lines and work."""

    rng: Random
    margins: Margins
    days: Days
    refs: References
    force: Force
    common: Common

    def tables(self, lines: Lines, suspects: list[Suspect]) -> list[Table]:
        """Return the registers of lines, then those of work."""
        for s in suspects:
            if s.holder and s.charge_day is not None:
                for line in s.lines:
                    line.holders.append((s.charge_day, s.number))
        closures = [(line, closure) for line in lines.all for closure in line.closures]
        return [
            self._table("lines register", "line_ref,opened_on,force_id,brand,nature,origin_force,importing_areas",
                        [self._line(line) for line in lines.all]),
            self._table("numbers register", "line_ref,force_id,msisdn,used_from,used_to,network",
                        [row for line in lines.all for row in self._numbers(line)]),
            self._table("closures register",
                        "closure_ref,closed_on,force_id,unit_name,line_ref,operation,closure_type,holder_person_no,"
                        "holder_charged,number_removed,handset_removed,evidence,decided_by,officer",
                        [self._closure(line, closure) for line, closure in closures]),
            self._table("check-backs register", "closure_ref,line_ref,force_id,checked_on,out_of_use,checked_by",
                        [row for line, closure in closures for row in self._check_backs(line, closure)]),
            self._table("disruptions register", "disruption_ref,disrupted_on," + ",".join(EVERY) + ",method",
                        [self._work("disruption_ref", "DR", "disrupted_on", day, {"method": self.rng.choice(_METHODS)})
                         for day in self._spread(8)]),
            self._table("assessments register", "line_ref,force_id,assessed_on,status",
                        [row for line in lines.all for row in self._assessments(line)]),
            self._table("roles register", "force_id,person_no,line_ref,role_code,basis,stated_on,stated_by",
                        [row for s in suspects for row in self._roles(s)]),
            *self._work_tables(),
        ]  # fmt: skip

    def _table(self, name: str, columns: str, rows: list[Row]) -> Table:
        return Table(
            system="quartermaster",
            force=self.force.id,
            name=name,
            columns=tuple(columns.split(",")),
            rows=list(rows),
        )

    def _line(self, line: Line) -> Row:
        return {
            "line_ref": line.ref,
            "opened_on": line.opened,
            "force_id": self.force.written(self.rng),
            "brand": line.brand,
            "nature": line.nature,
            "origin_force": self.force.name,
            "importing_areas": "; ".join(line.importing),
        }

    def _numbers(self, line: Line) -> list[Row]:
        return [
            {
                "line_ref": line.ref,
                "force_id": self.force.name,
                "msisdn": n.number,
                "used_from": n.used_from,
                "used_to": n.used_to,
                "network": self.rng.choice(("network 1", "network 2", "network 3")),
            }
            for n in line.numbers
        ]

    def _closure(self, line: Line, closure: Closure) -> Row:
        """Return a closure: Type 1 where a holder of the line was charged by then."""
        holder = next((number for day, number in line.holders if day <= closure.day), None)
        kind = "T1" if holder else "T2"
        return {
            "closure_ref": closure.ref,
            "closed_on": closure.day,
            **self.common(closure.day),
            "line_ref": line.ref,
            "closure_type": kind,
            "holder_person_no": holder,
            "holder_charged": holder is not None,
            "number_removed": True,
            "handset_removed": kind == "T1" or often(self.rng, 0.3),
            "evidence": _EVIDENCE[kind],
            "decided_by": COORDINATOR,
        }

    def _check_backs(self, line: Line, closure: Closure) -> list[Row]:
        days = [closure.day + timedelta(days=n) for n in (28, 84)]
        return [
            {
                "closure_ref": closure.ref,
                "line_ref": line.ref,
                "force_id": self.force.name,
                "checked_on": day,
                "out_of_use": not (closure.reopened and n == 1),
                "checked_by": f"{self.rng.randrange(1000, 9999)}{self.force.letters}",
            }
            for n, day in enumerate(days)
            if day <= self.days.last
        ]

    def _assessments(self, line: Line) -> list[Row]:
        """Return an assessment while the line ran, and one in the week for lines that then ran."""
        rng, end = self.rng, line.closures[-1].day if line.closures else self.days.last
        first = max(line.opened, self.days.since)
        found = {first + (end - first) * rng.random(): "dormant" if often(rng, 0.08) else "active"}
        if line.opened <= self.days.start and self.days.end < end:
            found[self.days.week()] = "active"
        return [
            {"line_ref": line.ref, "force_id": self.force.name, "assessed_on": day, "status": status}
            for day, status in sorted(found.items())
            if first <= day < end
        ]

    def _roles(self, suspect: Suspect) -> list[Row]:
        """Return what the person was to lines; a holder is named as such before the arrest, on each line held."""
        if suspect.holder:
            roles = [(line, "HOLDER") for line in suspect.lines]
        elif often(self.rng, 0.7):
            roles = [(suspect.arrests[0].line, weighted(self.rng, _ROLES))]
        else:
            roles = []
        return [
            {
                "force_id": self.force.written(self.rng),
                "person_no": suspect.number,
                "line_ref": line.ref,
                "role_code": code,
                "basis": self.rng.choice(_BASES),
                "stated_on": suspect.arrests[0].day - timedelta(days=self.rng.randint(0, 25)),
                "stated_by": f"{self.rng.randrange(1000, 9999)}{self.force.letters}",
            }
            for line, code in roles
        ]

    def _spread(self, per_hundred_arrests: int) -> list[date]:
        m = self.margins
        before = (m.arrests_since - m.arrests) * per_hundred_arrests // 100
        week = m.arrests * per_hundred_arrests // 100
        return self.days.spread(before, week, week // 2)

    def _work(self, key: str, what: str, when: str, day: date, cells: dict[str, Cell]) -> Row:
        return {key: self.refs.next(what, day.year), when: day, **self.common(day), **cells}

    def _work_tables(self) -> list[Table]:
        rng, every = self.rng, ",".join(EVERY)
        operations: list[Row] = [
            {
                "operation": self.margins.operation,
                "operation_nature": "operation",
                "first_day": self.margins.since,
                "last_day": None,
                "force_id": self.force.name,
            }
        ]
        for week in self.margins.weeks_of_action:
            operations.append(
                {
                    "operation": week.name,
                    "operation_nature": "week of action",
                    "first_day": week.start,
                    "last_day": week.end,
                    "coordinator": COORDINATOR,
                }
            )

        def premises() -> str:
            return f"ADDR-{rng.randrange(100_000):05}"

        return [
            self._table("warrants register", f"warrant_ref,executed_on,{every},warrant_power,premises_ref",
                        [self._work("warrant_ref", "WA", "executed_on", day,
                                    {"warrant_power": rng.choice(_POWERS), "premises_ref": premises()})
                         for day in self._spread(35)]),
            self._table("searches register", f"search_ref,searched_on,{every},search_code",
                        [self._work("search_ref", "SE", "searched_on", day, {"search_code": weighted(rng, _SEARCHED)})
                         for day in self._spread(50)]),
            self._table("operations register",
                        "operation,operation_nature,first_day,last_day,force_id,coordinator", operations),
            self._table("activity register", "activity_ref,activity_on,force_id,unit_name,operation,activity_type",
                        [self._work("activity_ref", "AC", "activity_on", day,
                                    {"activity_type": rng.choice(_ACTIVITIES)})
                         for day in self._spread(15)]),
            self._table("visits register", f"visit_ref,visited_on,{every},address_ref,visit_result",
                        [self._work("visit_ref", "VI", "visited_on", day,
                                    {"address_ref": premises(), "visit_result": weighted(rng, _VISITS)})
                         for day in self._spread(40)]),
        ]  # fmt: skip
