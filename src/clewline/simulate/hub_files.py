"""The partner hub's workbook: who was referred to it, what partners answered and did, who was told, and programmes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from clewline.simulate.chance import often
from clewline.simulate.client_tables import Dated, OfClient, client_tables
from clewline.simulate.clients import Client, Offer
from clewline.simulate.faults import Faults
from clewline.simulate.forces import Force
from clewline.simulate.partners import Partners
from clewline.simulate.tables import Cell, Row, Table

_WHO = "sent_by_force,person_ref,born_on,sex"
_DONE = (
    "A key worker met them.",
    "A first session was held.",
    "The family was visited.",
    "A safe place for the afternoons was found.",
)


@dataclass(frozen=True, kw_only=True)
class HubFiles:
    """Writes what the hub of one force's partners holds. It names people by the number of the force that sent them."""

    force: Force
    partners: Partners
    faults: Faults

    def tables(self, clients: Sequence[Client]) -> list[Table]:
        """Return the lists, each in the order of its days."""
        lists: dict[tuple[str, str], OfClient] = {
            (
                "referrals in",
                f"hub_ref,received_on,{_WHO},professional,organisation,concern",
            ): self._referrals_in,
            (
                "answers",
                f"answer_ref,answered_on,{_WHO},referral_ref,partner,answer,worker,words",
            ): self._answers,
            (
                "replies",
                f"reply_ref,replied_on,{_WHO},referral_ref,partner,reply,replied_by",
            ): self._replies,
            (
                "work done",
                f"work_ref,done_on,{_WHO},referral_ref,partner,what_was_done,worker,work_ended",
            ): self._work,
            ("feedback", f"feedback_ref,told_on,{_WHO},referral_ref,told,worker,by_way_of"): self._feedback,
            ("programme offers", f"offer_ref,offered_on,{_WHO},programme,offered_by,taken_up"): self._offers,
            (
                "programme outcomes",
                f"outcome_ref,asked_on,{_WHO},programme,months_after,stands,missing_again,arrested_again,in_education",
            ): self._outcomes,
        }
        return client_tables("moorings", self.force, lists, clients)

    def _who(self, one: Client) -> dict[str, Cell]:
        return {
            "sent_by_force": self.force.name,
            "person_ref": one.number,
            "born_on": one.person.born,
            "sex": "f" if one.person.sex == "female" else "m",
        }

    def _referrals_in(self, one: Client) -> Iterator[Dated]:
        for some in one.referred_in:
            cells: Row = {
                "hub_ref": some.ref,
                "received_on": some.day,
                **self._who(one),
                "professional": some.by,
                "organisation": some.body,
                "concern": some.concern,
            }
            yield some.day, self.faults.row(some.ref, cells)

    def _answers(self, one: Client) -> Iterator[Dated]:
        for some in one.referred:
            to = (one, some.ref, some.partner)
            if some.asked is not None:
                yield self._answer(*to, "Q", some.asked, "ask", "May we ring them after school?")
            if some.answered is not None:
                words = None if some.accepted else "They live outside the area that we serve."
                yield self._answer(*to, "A", some.answered, "yes" if some.accepted else "back", words)
            if some.returned is not None:
                yield self._answer(
                    *to, "R", some.returned, "back", "We close our service; please take them back."
                )
        for came in one.referred_in:
            words = None if came.taken_on else "It is known, and somebody is with them."
            answer = "yes" if came.taken_on else "back"
            yield self._answer(one, came.ref, self.partners.hub, "A", came.answered, answer, words)

    def _answer(
        self, one: Client, ref: str, partner: str, which: str, day: date, answer: str, words: str | None
    ) -> Dated:
        cells: Row = {
            "answer_ref": f"{ref}/{which}",
            "answered_on": day,
            **self._who(one),
            "referral_ref": ref,
            "partner": partner,
            "answer": answer,
            "worker": _worker(ref),
            "words": words,
        }
        return day, self.faults.row(f"{ref}/{which}", cells)

    def _replies(self, one: Client) -> Iterator[Dated]:
        for some in one.referred:
            if some.asked is not None:
                cells: Row = {
                    "reply_ref": f"{some.ref}/P",
                    "replied_on": some.asked,
                    **self._who(one),
                    "referral_ref": some.ref,
                    "partner": some.partner,
                    "reply": "Yes, after four.",
                    "replied_by": _worker(some.ref),
                }
                yield some.asked, cells

    def _work(self, one: Client) -> Iterator[Dated]:
        for some in one.referred:
            for n, (day, ended) in enumerate(some.done, start=1):
                cells: Row = {
                    "work_ref": f"{some.ref}/D{n}",
                    "done_on": day,
                    **self._who(one),
                    "referral_ref": some.ref,
                    "partner": some.partner,
                    "what_was_done": "The work came to its end." if ended else Random(some.ref).choice(_DONE),
                    "worker": _worker(some.ref),
                    "work_ended": "yes" if ended else None,
                }
                yield day, cells

    def _feedback(self, one: Client) -> Iterator[Dated]:
        """Yield what referrers were told: professionals, and the force's own people of those whom they referred."""
        for came in one.referred_in:
            if came.told is not None:
                yield self._told(one, came.ref, came.told, "taken_on" if came.taken_on else "sent_back")
        for some in one.referred:
            if some.answered is not None:
                last = max(some.answered, some.returned or some.answered, *(day for day, _ in some.done))
                back = not some.accepted or some.returned is not None
                yield self._told(
                    one, some.ref, last, "sent_back" if back else "helped" if some.done else "taken_on"
                )

    def _told(self, one: Client, ref: str, day: date, told: str) -> Dated:
        cells: Row = {
            "feedback_ref": f"{ref}/T",
            "told_on": day,
            **self._who(one),
            "referral_ref": ref,
            "told": told,
            "worker": _worker(ref),
            "by_way_of": "telephone",
        }
        return day, cells

    def _offers(self, one: Client) -> Iterator[Dated]:
        for offer in one.offers:
            cells: Row = {
                "offer_ref": offer.ref,
                "offered_on": offer.day,
                **self._who(one),
                "programme": offer.programme,
                "offered_by": offer.by,
                "taken_up": offer.taken_up,
            }
            yield offer.day, self.faults.row(offer.ref, cells)

    def _outcomes(self, one: Client) -> Iterator[Dated]:
        for offer in one.offers:
            for after, (day, stands) in offer.outcomes.items():
                yield day, self._outcome(one, offer, after, day, stands)

    def _outcome(self, one: Client, offer: Offer, after: str, day: date, stands: str) -> Row:
        rng, known = Random(f"{offer.ref} {after}"), stands != "unknown"
        return {
            "outcome_ref": f"{offer.ref}/{after}",
            "asked_on": day,
            **self._who(one),
            "programme": offer.programme,
            "months_after": after,
            "stands": stands,
            "missing_again": ("yes" if often(rng, 0.15) else "no") if known else None,
            "arrested_again": ("yes" if often(rng, 0.12) else "no") if known else None,
            "in_education": ("yes" if often(rng, 0.7) else "no") if known else None,
        }


def _worker(ref: str) -> str:
    return f"{Random(ref).choice('ABCDEFGHJKLM')}. {Random(ref + 'w').choice(('Ashe', 'Byrne', 'Cole', 'Dahl', 'Eze'))}"
