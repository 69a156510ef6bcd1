"""The states of a referral, told from its entries, and what may be done in each: one table.

A referral is sent by one body to another. The partner accepts it, returns it or asks; it says what it did and when its
work ended; the case's people reply, and tell whoever referred the person what became of it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from clewline.record import Entry
from clewline.record.kinds.referral_answered import ReferralAnswered
from clewline.record.kinds.referral_done import ReferralDone
from clewline.record.kinds.referral_reply import ReferralReply
from clewline.record.kinds.referrer_told import ReferrerTold

Told = Literal["accepted", "returned", "help was given", "no further action"]

BEGIN = ("safeguarding_referral", "referral_received")
"""Kinds that make a referral: one to a partner, and one that a professional made to the case."""
FOLLOW = ("referral_answered", "referral_done", "referral_reply", "referrer_told")
"""Kinds that say what became of one; each names it by the id of its entry."""


class State(StrEnum):
    """Where a referral stands."""

    SENT = "sent"
    ASKED = "asked"
    """The partner asked about it, and has no reply yet."""
    REPLIED = "replied"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    HELPED = "help given"
    ENDED = "ended"
    UNHELPED = "ended with nothing done"
    TOLD = "referrer told"
    """The referrer knows how it ended, or that nothing more comes of it."""


class Act(StrEnum):
    """What may be done with a referral."""

    ACCEPT = "accept"
    RETURN = "return"
    ASK = "ask"
    DO = "record what was done"
    END = "end"
    REPLY = "reply"
    TELL = "tell the referrer"
    CLOSE = "close"
    """Tell the referrer that nothing more comes of it."""


BY_PARTNER = (Act.ACCEPT, Act.RETURN, Act.ASK, Act.DO, Act.END)
"""Acts of the body to whom somebody was referred."""
BY_CASE = (Act.REPLY, Act.TELL, Act.CLOSE)
"""Acts of the case from which they were referred."""

TRANSITIONS: Mapping[State, Mapping[Act, State]] = {
    State.SENT: {
        Act.ACCEPT: State.ACCEPTED,
        Act.RETURN: State.RETURNED,
        Act.ASK: State.ASKED,
        Act.CLOSE: State.TOLD,
    },
    State.ASKED: {
        Act.ACCEPT: State.ACCEPTED,
        Act.RETURN: State.RETURNED,
        Act.ASK: State.ASKED,
        Act.REPLY: State.REPLIED,
        Act.CLOSE: State.TOLD,
    },
    State.REPLIED: {
        Act.ACCEPT: State.ACCEPTED,
        Act.RETURN: State.RETURNED,
        Act.ASK: State.ASKED,
        Act.CLOSE: State.TOLD,
    },
    State.ACCEPTED: {
        Act.RETURN: State.RETURNED,
        Act.ASK: State.ACCEPTED,
        Act.REPLY: State.ACCEPTED,
        Act.DO: State.HELPED,
        Act.END: State.UNHELPED,
        Act.TELL: State.ACCEPTED,
        Act.CLOSE: State.TOLD,
    },
    State.RETURNED: {Act.TELL: State.TOLD},
    State.HELPED: {
        Act.ASK: State.HELPED,
        Act.REPLY: State.HELPED,
        Act.DO: State.HELPED,
        Act.END: State.ENDED,
        Act.TELL: State.HELPED,
        Act.CLOSE: State.TOLD,
    },
    State.ENDED: {Act.TELL: State.TOLD},
    State.UNHELPED: {Act.CLOSE: State.TOLD},
    State.TOLD: {},
}
"""What may be done in each state, and the state that it leads to. Here: no public source orders these steps."""
OPEN = frozenset(state for state, some in TRANSITIONS.items() if set(BY_PARTNER) & set(some))
"""States in which the partner may still act."""
OUTCOMES: Mapping[State, Told] = {
    State.ACCEPTED: "accepted",
    State.RETURNED: "returned",
    State.HELPED: "help was given",
    State.ENDED: "help was given",
    State.UNHELPED: "no further action",
}
"""What the referrer may be told in each state; in the others nothing came of it yet, or they know."""
NEEDS_A_QUESTION = frozenset({Act.REPLY})
"""Acts for which, beside the state, a question of the partner must be open."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a referral stands."""

    state: State
    questions: Sequence[Entry]
    """What the partner asked since the last reply."""
    told: Collection[str]
    """What the referrer was told of it."""
    last: Entry
    """The entry that brought it to this state, or the referral itself."""

    @property
    def possible(self) -> tuple[Act, ...]:
        """What may be done with it, in order."""
        some = TRANSITIONS[self.state]
        return tuple(a for a in Act if a in some and (self.questions or a not in NEEDS_A_QUESTION))

    @property
    def outcome(self) -> Told | None:
        """What the referrer may be told of it now; none while nothing came of it."""
        return OUTCOMES.get(self.state)

    @property
    def untold(self) -> bool:
        """Whether the referrer has not been told how it stands."""
        return self.outcome is not None and self.outcome not in self.told


def standing(referral: Entry, following: Iterable[Entry]) -> Standing:
    """Return how a referral stands by the entries that follow it and still stand, in whatever order they come.

    What the table does not allow in the state in which it was recorded changes nothing.
    """
    state, last = State.SENT, referral
    questions: list[Entry] = []
    told: list[str] = []
    for entry in sorted(following, key=lambda one: one.recorded_at):
        act = act_of(entry)
        if act is None or act not in TRANSITIONS[state]:
            continue
        if TRANSITIONS[state][act] is not state or act is Act.DO:
            last = entry
        state = TRANSITIONS[state][act]
        if act is Act.ASK:
            questions.append(entry)
        elif act is Act.REPLY:
            questions = []
        if isinstance(entry.facts, ReferrerTold):
            told.append(entry.facts.told)
    return Standing(state=state, questions=tuple(questions), told=tuple(told), last=last)


def act_of(entry: Entry) -> Act | None:
    """Return what an entry did with a referral; none where it did nothing with one."""
    match entry.facts:
        case ReferralAnswered(answer=answer):
            return {"accepted": Act.ACCEPT, "returned": Act.RETURN, "asked": Act.ASK}[answer]
        case ReferralDone(ended=ended):
            return Act.END if ended else Act.DO
        case ReferralReply():
            return Act.REPLY
        case ReferrerTold(told=told):
            return Act.CLOSE if told == "no further action" else Act.TELL
        case _:
            return None
