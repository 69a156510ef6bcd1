"""What a partner and the case's people do with a referral: each act is an entry of the case, with a name on it."""

from datetime import datetime
from typing import get_args

from clewline.errors import NotAllowed, NotFound
from clewline.record import Entry, Facts
from clewline.record.kinds.referral_answered import ReferralAnswered
from clewline.record.kinds.referral_done import ReferralDone
from clewline.record.kinds.referral_received import ReferralReceived
from clewline.record.kinds.referral_reply import ReferralReply
from clewline.record.kinds.referrer_told import ReferrerTold
from clewline.record.kinds.safeguarding_referral import SafeguardingReferral
from clewline.safeguarding.referral import BY_CASE, BY_PARTNER, OUTCOMES, Act, Standing, Told
from clewline.store import following, referrals
from clewline.store.accounts.people import Person
from clewline.store.following import Followed
from clewline.workflow.once import append_once
from clewline.workflow.stated import stated

NO_MORE: Told = "no further action"


def by_partner(
    person: Person, referral: str, act: Act, *, words: str | None, at: datetime, press: str
) -> Entry:
    """Append what somebody of a partner does with a referral to it, and return the entry.

    :raises NotFound: there is no such referral, or it is not theirs.
    :raises NotAllowed: it cannot be done as the referral stands.
    """
    opened = referrals.referral_to(person, referral, at.date())
    if opened is None or act not in BY_PARTNER:
        raise NotFound("There is no such page.")
    return _append(opened.followed, act, person, words=words, told=None, at=at, press=press)


def by_case(
    person: Person,
    referral: Entry,
    act: Act,
    *,
    words: str | None,
    told: str | None = None,
    at: datetime,
    press: str,
) -> Entry:
    """Append what somebody of the case does with a referral, and return the entry.

    `told` is what the form said that the referrer would be told.

    :raises NotAllowed: it cannot be done as the referral stands.
    """
    (found,) = following.follow(referral.case, [referral])
    if act not in acts_of_case(referral):
        raise NotAllowed("Only the partner does that.")
    return _append(found, act, person, words=words, told=told, at=at, press=press)


def acts_of_case(referral: Entry) -> tuple[Act, ...]:
    """Return what the case's people do with a referral: with one that was made to the case, what a partner would."""
    if isinstance(referral.facts, ReferralReceived):
        return (Act.ACCEPT, Act.RETURN, Act.DO, Act.END, Act.TELL, Act.CLOSE)
    return BY_CASE


def refusal(act: Act, standing: Standing, told: str | None) -> str | None:
    """Return why an act is not done with a referral as it stands; none where it may be."""
    if act not in standing.possible:
        some = ", ".join(one.value for one in standing.possible) or "nothing more"
        return f"The referral is now: {standing.state}. What can be done with it: {some}."
    if act is Act.TELL and told != OUTCOMES.get(standing.state):
        return f"The referral is now: {standing.state}. Look at it again before you tell the referrer."
    return None


def _append(
    found: Followed,
    act: Act,
    person: Person,
    *,
    words: str | None,
    told: str | None,
    at: datetime,
    press: str,
) -> Entry:
    entry = stated(
        _facts(found.entry, act, person, words=words, told=told),
        case=found.entry.case,
        subject=found.entry.subject,
        by=person.login,
        at=at,
        press=press,
    )

    def check() -> None:
        why = refusal(act, found.standing, told)
        if why is not None:
            raise NotAllowed(why)

    return append_once(entry, check)


def _facts(referral: Entry, act: Act, person: Person, *, words: str | None, told: str | None) -> Facts:
    of = referral.facts
    assert isinstance(of, SafeguardingReferral | ReferralReceived)
    partner = (of.partner if isinstance(of, SafeguardingReferral) else None) or person.body
    if act in (Act.ACCEPT, Act.RETURN, Act.ASK):
        answers = {Act.ACCEPT: "accepted", Act.RETURN: "returned", Act.ASK: "asked"}
        return ReferralAnswered(
            force=of.force,
            person=of.person,
            referral=referral.id,
            partner=partner,
            answer=answers[act],  # type: ignore[arg-type]  # one of its words
            answered_by=person.name,
            words=words,
        )
    if act in (Act.DO, Act.END):
        return ReferralDone(
            force=of.force,
            person=of.person,
            referral=referral.id,
            partner=partner,
            what=words or "",
            done_by=person.name,
            ended=True if act is Act.END else None,
        )
    if act is Act.REPLY:
        return ReferralReply(
            force=of.force,
            person=of.person,
            referral=referral.id,
            partner=partner,
            words=words or "",
            replied_by=person.name,
        )
    said = NO_MORE if act is Act.CLOSE else told
    if said not in get_args(Told):
        raise NotAllowed("Say what the referrer was told.")
    return ReferrerTold(
        force=of.force,
        person=of.person,
        referral=referral.id,
        told=said,  # type: ignore[arg-type]  # one of its words, as asked above
        told_by=person.name,
        how=words,
    )
