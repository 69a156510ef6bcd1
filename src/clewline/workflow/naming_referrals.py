"""Which referral a row of a file means, and whether what it says may be said of it as it stands.

A file names a referral by its reference in the system that made it; an entry names it by the id of its entry. What the
site refuses of a referral, a file does not bring in: a row about one that is not in the case, of somebody else, to
another partner, or that the table of `safeguarding.referral` does not allow as it stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from clewline.case.mentions import body
from clewline.formats.rows import Draft
from clewline.record import Entry, Facts, Problem
from clewline.record.kinds.information_shared import InformationShared
from clewline.record.kinds.referral_answered import ReferralAnswered
from clewline.record.kinds.referral_done import ReferralDone
from clewline.record.kinds.referral_received import ReferralReceived
from clewline.record.kinds.referral_reply import ReferralReply
from clewline.record.kinds.referrer_told import ReferrerTold
from clewline.record.kinds.safeguarding_referral import SafeguardingReferral
from clewline.safeguarding.referral import BEGIN, Standing, act_of
from clewline.safeguarding.referral import standing as standing_of
from clewline.store import following, ledger, standing
from clewline.workflow.held import Held

_Begins = SafeguardingReferral | ReferralReceived
_Follows = ReferralAnswered | ReferralDone | ReferralReply | ReferrerTold
_Names = _Follows | InformationShared


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """Why a row about a referral is not taken, in the words of a problem."""

    rule: str
    what: str
    do: str

    def problem(self, line: int, sheet: str | None) -> Problem:
        """Return it as the problem of a row."""
        return Problem(line=line, sheet=sheet, rule=self.rule, what=self.what, do=self.do)


@dataclass(kw_only=True)
class _Known:
    entry: Entry
    """The version that stands."""
    history: list[Entry]
    """What followed, in the order in which it was recorded."""

    @property
    def standing(self) -> Standing:
        return standing_of(self.entry, self.history)


class NamingReferrals:
    """Looks at what the rows of one file say of referrals of a case, in their order."""

    def __init__(self, case: str, held: Held | None) -> None:
        self._case, self._held = case, held
        self._by_reference: dict[str, _Known] = {}
        self._by_id: dict[str, _Known] = {}

    def prepare(self, drafts: Iterable[Draft]) -> None:
        """Look up together the referrals that some rows name, in the case as it is without this file."""
        named = {one.facts.referral for one in drafts if isinstance(one.facts, _Names) and one.facts.referral}
        new = sorted(named - self._by_reference.keys())
        if not new or self._held is None:
            return
        found = self._held.standing(new)
        some = {ref: found[kind, ref][-1] for ref in new for kind in BEGIN if (kind, ref) in found}
        # Who exports what is recorded here may name a referral by the id of its entry.
        by_id = [one for one in ledger.find(new).values() if one.case == self._case and one.kind in BEGIN]
        gone = standing.no_longer(self._case, by_id) if by_id else ()
        for one in following.follow(
            self._case, [*some.values(), *(one for one in by_id if one.id not in gone)]
        ):
            self._know(_Known(entry=one.entry, history=list(one.history)))

    def read(self, draft: Draft) -> Draft | Refusal:
        """Return a row's entry with the id of the referral that it names, or why it names none that it can be about."""
        facts = draft.facts
        if not isinstance(facts, _Names) or facts.referral is None:
            return draft
        known = self._by_reference.get(facts.referral) or self._by_id.get(facts.referral)
        if known is None:
            return Refusal(
                rule="unknown-referral",
                what="The case holds no referral of this reference.",
                do="Take in the export that holds the referral, undo this batch, and take the file in again.",
            )
        of = known.entry.facts
        assert isinstance(of, _Begins)
        if of.person != facts.person:
            return Refusal(
                rule="referral-of-another",
                what="The referral of this reference is of another person.",
                do="Correct the reference or the person at the source.",
            )
        theirs = facts.recipient if isinstance(facts, InformationShared) else getattr(facts, "partner", None)
        partner = getattr(of, "partner", None)
        if theirs is not None and partner is not None and body(theirs) != body(partner):
            return Refusal(
                rule="referral-to-another",
                what="The referral of this reference was made to another partner.",
                do="Correct the reference or the partner at the source.",
            )
        return replace(draft, facts=replace(facts, referral=known.entry.id))

    def objection(self, entry: Entry) -> Refusal | None:
        """Return why what an entry says cannot be said of the referral as it stands; none where it can."""
        act = act_of(entry)
        if act is None or not isinstance(entry.facts, _Follows):
            return None
        now = self._by_id[entry.facts.referral].standing
        if act in now.possible:
            return None
        some = ", ".join(one.value for one in now.possible) or "nothing more"
        return Refusal(
            rule="referral-stands-otherwise",
            what=f"The referral is now: {now.state}. What can be done with it: {some}.",
            do="Find out what came first; an answer or a step before it may be missing.",
        )

    def hear(self, entry: Entry) -> None:
        """Take an entry of the file for true."""
        if isinstance(entry.facts, _Begins):
            before = self._by_reference.get(entry.subject)
            self._know(_Known(entry=entry, history=before.history if before else []))
        elif isinstance(entry.facts, _Follows):
            self._by_id[entry.facts.referral].history.append(entry)

    def _know(self, known: _Known) -> None:
        self._by_reference[known.entry.subject] = self._by_id[known.entry.id] = known


def alike(one: Facts, other: Facts) -> bool:
    """Return whether two entries say the same, whichever version of a referral they name."""
    if one == other:
        return True
    if type(one) is not type(other) or not isinstance(one, _Names) or not isinstance(other, _Names):
        return False
    return replace(one, referral=other.referral) == other  # type: ignore[arg-type]  # of one kind, as asked above
