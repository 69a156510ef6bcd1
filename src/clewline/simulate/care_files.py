"""The safeguarding system's further exports: signs, statuses, missing episodes and interviews, decisions, consent, and
what was shared with whom.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from clewline.simulate import assumed
from clewline.simulate.chance import often
from clewline.simulate.client_tables import Dated, OfClient, client_tables
from clewline.simulate.clients import Client, Missing, Referred
from clewline.simulate.faults import Faults
from clewline.simulate.forces import Force
from clewline.simulate.people import Person
from clewline.simulate.tables import Cell, Row, Table

_WHO = "Agency,Client Number,Date of Birth,Gender"
_SEEN = {
    "AWAY": "A long way from home and nobody knew why.",
    "CASH": "More money than they could explain.",
    "PHON": "Two phones; one rang all the time.",
    "TICK": "Coach tickets, bought by somebody else.",
}
_CHANGED = date(2022, 12, 13)
"""Day from which a conclusive decision may come after 30 days (`assumed.CONCLUSIVE_EARLIEST`)."""


@dataclass(frozen=True, kw_only=True)
class CareFiles:
    """Writes what a force's safeguarding system holds of its people beside the events."""

    force: Force
    faults: Faults
    last: date

    def tables(self, clients: Sequence[Client]) -> list[Table]:
        """Return the exports, each in the order of its days."""
        lists: dict[tuple[str, str], OfClient] = {
            (
                "consent",
                f"Consent Number,Asked On,{_WHO},Consent To,Answer,Partner,Asked By,Form",
            ): self._consents,
            (
                "missing episode",
                f"Episode Number,Returned On,{_WHO},Client Surname,Client First Names,Ethnic Origin,Home Area,"
                "Missing From,Found,Found At,Found In,Grading",
            ): self._missing,
            (
                "nrm decision",
                f"Decision Number,Decided On,{_WHO},NRM Reference,Stage,Decision,Decided By,Letter Received",
            ): self._decisions,
            (
                "observation",
                f"Observation Number,Observed On,{_WHO},Team,County Line,Sign,Observed By,Basis,What Was Seen,Form",
            ): self._observations,
            ("protection record", f"Status Number,Said On,{_WHO},Status,Said By,Reason,Form"): self._statuses,
            (
                "return interview",
                f"Interview Number,Interview On,{_WHO},Episode Number,Interview,Held By,Held At,Form",
            ): self._interviews,
            (
                "sharing record",
                f"Sharing Number,Shared On,{_WHO},Recipient,Fields Shared,Why Needed,Shared By,Basis,Referral Number,"
                "Open Until,Form",
            ): self._sharings,
        }
        return client_tables("lighthouse", self.force, lists, clients)

    def _who(self, one: Client, day: date, *, born: date | None = None) -> dict[str, Cell]:
        return {
            "Agency": self.force.name,
            "Client Number": one.number,
            "Date of Birth": born or one.person.born,
            "Gender": _gender(one.person, one.child_on(day)),
        }

    def _observations(self, one: Client) -> Iterator[Dated]:
        line = next((row["County Line"] for _, row in one.of() if row["County Line"]), None)
        for sign in one.signs:
            cells: Row = {
                "Observation Number": sign.ref,
                "Observed On": sign.day,
                **self._who(one, sign.day),
                "Team": "Safeguarding Hub",
                "County Line": line,
                "Sign": sign.code,
                "Observed By": sign.by,
                "Basis": sign.basis,
                "What Was Seen": _SEEN.get(sign.code),
            }
            yield sign.day, self.faults.row(sign.ref, cells)

    def _statuses(self, one: Client) -> Iterator[Dated]:
        for status in one.statuses:
            cells: Row = {
                "Status Number": status.ref,
                "Said On": status.day,
                **self._who(one, status.day),
                "Status": status.code,
                "Said By": status.by,
                "Reason": status.reason,
            }
            yield status.day, cells

    def _missing(self, one: Client) -> Iterator[Dated]:
        for missing in one.missing:
            cells: Row = {
                "Episode Number": missing.ref,
                "Returned On": missing.day,
                **self._who(one, missing.day, born=missing.born),
                "Client Surname": one.person.family,
                "Client First Names": one.person.given,
                "Ethnic Origin": one.person.ethnicity,
                "Home Area": one.home,
                "Missing From": missing.since,
                "Found": "Y",
                "Found At": missing.at,
                "Found In": missing.where,
                "Grading": "medium",
            }
            yield missing.day, self.faults.row(missing.ref, cells)

    def _interviews(self, one: Client) -> Iterator[Dated]:
        for missing in one.missing:
            if missing.interview is not None:
                yield missing.interview, self._interview(one, missing, missing.interview)

    def _interview(self, one: Client, missing: Missing, day: date) -> Row:
        rng = Random(f"interview {missing.ref}")
        return {
            "Interview Number": f"{missing.ref}/I",
            "Interview On": day,
            **self._who(one, day, born=missing.born),
            "Episode Number": missing.ref,
            "Interview": "HELD",
            "Held By": f"W{rng.randint(100, 999)}",
            "Held At": f"{rng.randint(9, 18):02}:{rng.randrange(60):02}",
        }

    def _decisions(self, one: Client) -> Iterator[Dated]:
        for day, event in one.of("NRM"):
            reference = str(event["NRM Reference"])
            rng = Random(f"decision {reference} {one.person.born}")
            first = day + timedelta(days=rng.randint(*assumed.REASONABLE_GROUNDS))
            positive = often(rng, assumed.REASONABLE_POSITIVE)
            earliest = first + timedelta(days=assumed.CONCLUSIVE_EARLIEST[first >= _CHANGED])
            second = earliest + timedelta(days=rng.randint(0, assumed.CONCLUSIVE_LONGEST))
            panel = one.child_on(day) and often(rng, assumed.BY_PANEL)
            yield first, self._decision(one, first, reference, "RG", positive, "SCA")
            if positive and second <= self.last:
                found = often(rng, assumed.CONCLUSIVE_POSITIVE)
                yield second, self._decision(one, second, reference, "CG", found, "PNL" if panel else "SCA")

    def _decision(self, one: Client, day: date, reference: str, stage: str, positive: bool, by: str) -> Row:
        return {
            "Decision Number": f"{reference}/{stage}",
            "Decided On": day,
            **self._who(one, day),
            "NRM Reference": reference,
            "Stage": stage,
            "Decision": "POS" if positive else "NEG",
            "Decided By": by,
        }

    def _consents(self, one: Client) -> Iterator[Dated]:
        """Yield what an adult answered: to each referral and what is told for it, and to the national mechanism."""
        for referred in one.referred:
            if not referred.child:
                yield self._consent(one, f"{referred.ref}/C", referred.day, "REF", "GVN", referred.partner)
                yield self._consent(one, f"{referred.ref}/S", referred.day, "SHR", "GVN", referred.partner)
            if referred.withdrawn is not None:
                yield self._consent(
                    one, f"{referred.ref}/W", referred.withdrawn, "REF", "WDN", referred.partner
                )
        for code, answer in (("NRM", "GVN"), ("DTN", "RFD")):
            for day, event in one.of(code):
                if not one.child_on(day):
                    yield self._consent(one, f"{event['Event Number']}/C", day, "NRM", answer, None)

    def _consent(self, one: Client, ref: str, day: date, to: str, answer: str, partner: str | None) -> Dated:
        cells: Row = {
            "Consent Number": ref,
            "Asked On": day,
            **self._who(one, day),
            "Consent To": to,
            "Answer": answer,
            "Partner": partner,
            "Asked By": f"W{Random(ref).randint(100, 999)}",
        }
        return day, self.faults.row(ref, cells)

    def _sharings(self, one: Client) -> Iterator[Dated]:
        """Yield what was shared with each partner that took somebody on."""
        for referred in one.referred:
            if referred.accepted and referred.answered is not None:
                yield referred.answered, self._sharing(one, referred, referred.answered)

    def _sharing(self, one: Client, referred: Referred, day: date) -> Row:
        return {
            "Sharing Number": f"{referred.ref}/F",
            "Shared On": day,
            **self._who(one, day),
            "Recipient": referred.partner,
            "Fields Shared": "name | born | contact",
            "Why Needed": "To meet them and begin.",
            "Shared By": f"W{Random(referred.ref).randint(100, 999)}",
            "Basis": "CHLD" if one.child_on(day) else "RISK" if referred.child else "CONS",
            "Referral Number": referred.ref,
        }


def _gender(person: Person, child: bool) -> str:
    women, men = ("Girl", "Boy") if child else ("Female", "Male")
    return women if person.sex == "female" else men
