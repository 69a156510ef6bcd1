"""What was seen of each person and done for them, as it goes when nothing goes wrong; what goes wrong is planted later.

Each person has chance of their own, so that what is made up of one does not hang on another.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from clewline.simulate import assumed
from clewline.simulate.chance import often, weighted
from clewline.simulate.clients import Client, Missing, Offer, Referred, ReferredIn, Sign, Status
from clewline.simulate.custody import Suspect
from clewline.simulate.forces import Force, References
from clewline.simulate.partners import Partners

_CHILD_SIGNS = (
    ("AWAY", 4), ("MISS", 5), ("TICK", 4), ("CASH", 5), ("GIFT", 3), ("PHON", 6), ("MSGS", 4), ("CTRL", 5), ("HURT", 3),
    ("WDRN", 3), ("SCHL", 5), ("DEBT", 3), ("FEAR", 3),
)  # fmt: skip
_ADULT_SIGNS = (("CALL", 5), ("UNSN", 4), ("DEBT", 4), ("FEAR", 3), ("CTRL", 4), ("HURT", 2))
"""Signs by the system's codes; `formats/mappings/lighthouse.toml` has the guide's name of each."""
_BASES = (
    "seen at the stop",
    "seen on a visit",
    "told by the school",
    "told by a parent",
    "told by a neighbour",
)
_REASONS = {
    "PV": "What was seen fits with being used by others; nobody else explained it.",
    "VIC": "They told how they were made to, and it fits with what was found.",
    "NC": "Asked and explained; nothing else is known.",
}
_CONCERNS = (
    "Comes with new phones and cannot say from whom.",
    "Is away for days and comes back tired and hungry.",
    "Is afraid of somebody who waits outside.",
    "Has bruises and does not want to say how.",
)


@dataclass(frozen=True, kw_only=True)
class Care:
    """Makes up the care of one force's people."""

    force: Force
    partners: Partners
    refs: References
    week: tuple[date, date]
    last: date
    """The last day of the files."""

    def of_clients(self, clients: Iterable[Client]) -> None:
        """Give each person what was seen of them and done for them."""
        for one in clients:
            rng = Random(f"care {self.force.id} {one.number} {one.person.born}")
            one.home = rng.choice(self.partners.areas)
            self._signs(rng, one)
            if one.child_on(one.met) and often(rng, assumed.MISSING):
                one.missing.append(self.missing(rng, one, self._day(one.met, rng.randint(1, 30))))
            one.referred = [self._referred(rng, one, day, row) for day, row in one.of("REF")]
            if often(rng, assumed.REFERRED_IN):
                one.referred_in.append(self._referred_in(rng, one))
            helped = [day for some in one.referred for day, _ in some.done[:1]]
            if helped and one.child_on(helped[0]) and often(rng, assumed.OFFERED):
                one.offers.append(self._offer(rng, self._day(helped[0], rng.randint(0, 20))))

    def of_suspects(self, suspects: Iterable[Suspect], clients: Mapping[str, Client]) -> list[Client]:
        """Give those arrested what custody holds of them, and offer some of the children a programme. `clients` are the
        safeguarding system's by their number; return the others who were offered one.
        """
        found = []
        for one in suspects:
            rng = Random(f"care {self.force.id} {one.number} {one.person.born}")
            day = one.arrests[0].day
            client = clients.get(one.number) or Client(number=one.number, person=one.person)
            client.arrests = one.arrests
            if client.child_on(day) and not client.offers and often(rng, assumed.OFFERED):
                client.offers.append(self._offer(rng, self._day(day, rng.randint(1, 30))))
                if not client.events:
                    found.append(client)
        return found

    def missing(self, rng: Random, one: Client, found: date, *, where: str | None = None) -> Missing:
        """Return that somebody was missing and was found on a day, where they live unless said otherwise."""
        return Missing(
            ref=self.refs.next("MI", found.year),
            since=found - timedelta(days=rng.randint(0, assumed.LONGEST_MISSING)),
            day=found,
            at=f"{rng.randrange(24):02}:{rng.randrange(60):02}",
            where=where or one.home,
            interview=found + timedelta(days=rng.randint(1, 2)),
            born=one.person.born,
        )

    def _signs(self, rng: Random, one: Client) -> None:
        child = one.child_on(one.met)
        if not often(rng, assumed.SIGNS_OF_CHILDREN if child else assumed.SIGNS_OF_ADULTS):
            return
        table = _CHILD_SIGNS if child else _ADULT_SIGNS
        for code in dict.fromkeys(weighted(rng, table) for _ in range(rng.randint(1, assumed.MOST_SIGNS))):
            seen = self._day(one.met, rng.randint(0, 3))
            sign = Sign(
                ref=self.refs.next("OB", seen.year),
                day=seen,
                code=code,
                by=_worker(rng),
                basis=rng.choice(_BASES),
            )
            one.signs.append(sign)
        first = min(sign.day for sign in one.signs)
        code = weighted(rng, assumed.STATUSES_OF_CHILDREN if child else assumed.STATUSES_OF_ADULTS)
        one.statuses.append(self.status(rng, self._day(first, rng.randint(0, assumed.STATUS_WITHIN)), code))

    def status(self, rng: Random, day: date, code: str) -> Status:
        """Return that somebody said on a day what a person is."""
        return Status(
            ref=self.refs.next("ST", day.year), day=day, code=code, by=_worker(rng), reason=_REASONS[code]
        )

    def _referred(self, rng: Random, one: Client, day: date, row: object) -> Referred:
        assert isinstance(row, dict)
        found = Referred(
            ref=str(row["Event Number"]),
            day=day,
            partner=str(row["Partner"]),
            child=one.child_on(day),
            event=row,
            accepted=often(rng, assumed.ACCEPTED),
        )
        asked = found.accepted and often(rng, assumed.ASKED_FIRST)
        found.asked = day + timedelta(days=1) if asked else None
        found.answered = day + timedelta(days=rng.randint(2 if asked else 0, assumed.ANSWER_WITHIN))
        if found.accepted and often(rng, assumed.HELPED):
            first = found.answered + timedelta(days=rng.randint(1, assumed.HELP_WITHIN))
            found.done.append((first, False))
            if often(rng, assumed.WORK_ENDED):
                found.done.append((first + timedelta(days=rng.randint(*assumed.WORK_LASTS)), True))
        # What comes after the last day of the files no file says; an answer is always among them.
        found.done = [(on, ended) for on, ended in found.done if on <= self.last]
        return found

    def _referred_in(self, rng: Random, one: Client) -> ReferredIn:
        body, by = rng.choice(self.partners.referrers)
        day = one.met - timedelta(days=rng.randint(0, 5))
        answered = day + timedelta(days=rng.randint(0, 3))
        return ReferredIn(
            ref=self.refs.next("HB", day.year),
            day=day,
            body=body,
            by=by,
            concern=rng.choice(_CONCERNS),
            taken_on=often(rng, assumed.ACCEPTED),
            answered=answered,
            told=answered + timedelta(days=rng.randint(0, assumed.TOLD_WITHIN)),
        )

    def _offer(self, rng: Random, day: date) -> Offer:
        programme, by = rng.choice(self.partners.programmes)
        taken_up = weighted(rng, assumed.TAKEN_UP)
        offer = Offer(
            ref=self.refs.next("OF", day.year), day=day, programme=programme, by=by, taken_up=taken_up
        )
        if taken_up == "yes":
            stands = "in"
            for after, table in assumed.STANDS.items():
                # Whoever completed it or left it early stands there for good.
                stands = stands if stands in ("done", "left") else weighted(rng, table)
                due = months_later(day, int(after[:-1]))
                asked = due + timedelta(days=rng.randint(0, 4))
                if due <= self.last:
                    offer.outcomes[after] = (min(asked, self.last), stands)
        return offer

    def _day(self, day: date, later: int) -> date:
        return min(day + timedelta(days=later), max(day, self.last))


def months_later(day: date, months: int) -> date:
    """Return the day so many months later: of a shorter month, its last."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _worker(rng: Random) -> str:
    return f"W{rng.randint(100, 999)}"
