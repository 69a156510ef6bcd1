"""What became of a referral, as a page shows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clewline.record import Entry
from clewline.record.kinds.referral_answered import ReferralAnswered
from clewline.record.kinds.referral_done import ReferralDone
from clewline.record.kinds.referral_reply import ReferralReply
from clewline.record.kinds.referrer_told import ReferrerTold

ANSWERS = {"accepted": "Accepted", "returned": "Returned", "asked": "Asked"}


@dataclass(frozen=True, kw_only=True)
class Happened:
    """Something that was done with a referral."""

    entry: Entry
    title: str
    who: str
    words: str | None


def happened(history: Sequence[Entry], *, for_partner: bool) -> Iterator[Happened]:
    """Yield what was done with a referral; a partner sees its own answers and the replies to them."""
    for entry in history:
        match entry.facts:
            case ReferralAnswered() as facts:
                yield Happened(
                    entry=entry,
                    title=ANSWERS[facts.answer],
                    who=f"{facts.answered_by}, {facts.partner}",
                    words=facts.words,
                )
            case ReferralDone() as facts:
                yield Happened(
                    entry=entry,
                    title="Ended" if facts.ended else "Done",
                    who=f"{facts.done_by}, {facts.partner}",
                    words=facts.what,
                )
            case ReferralReply() as facts:
                yield Happened(entry=entry, title="Reply", who=facts.replied_by, words=facts.words)
            case ReferrerTold() as facts if not for_partner:
                how = f" ({facts.how})" if facts.how else ""
                yield Happened(
                    entry=entry,
                    title="Referrer told",
                    who=facts.told_by,
                    words=f"{facts.told.capitalize()}{how}",
                )
