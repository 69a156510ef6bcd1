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
from clewline.store.received import codes, sent
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
    if act not in acts_of_case(found):
        raise NotAllowed(not_by_case(found, act))
    return _append(found, act, person, words=words, told=told, at=at, press=press)


def acts_of_case(found: Followed) -> tuple[Act, ...]:
    """Return what the case's people do with a referral: with one that was made to the case, what a partner would."""
    if not isinstance(found.entry.facts, ReferralReceived):
        return BY_CASE
    some = (Act.ACCEPT, Act.RETURN, Act.DO, Act.END)
    return some if told_where(found) else (*some, Act.TELL, Act.CLOSE)


def not_by_case(found: Followed, act: Act) -> str:
    """Return why the case's people do not do something with a referral."""
    if not isinstance(found.entry.facts, ReferralReceived):
        return "Only the partner does that."
    if act in (Act.TELL, Act.CLOSE):
        return (
            f"Its referrer came by the public form and reads the outcome there: tell it under Received, on the page of "
            f"{told_where(found)}."
        )
    return "Its referrer is not asked here: ring or write to them, as the referral says how."


def told_where(found: Followed) -> str | None:
    """Return the reference, as it is shown, of a referral whose referrer reads on the public form's page what became of
    it; none where they are told in another way.
    """
    reference = getattr(found.entry.facts, "reference", None)
    if not reference:
        return None
    try:
        one = sent.state(codes.typed(reference, codes.REFERENCE))
    except NotFound:
        return None
    taken = one.did(sent.TAKEN_UP)
    theirs = taken is not None and taken.said.entry in found.versions
    return codes.shown(one.reference) if theirs and one.said is not None else None


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
    entry = act_entry(found.entry, act, person, words=words, told=told, at=at, press=press)

    def check() -> None:
        why = refusal(act, found.standing, told)
        if why is not None:
            raise NotAllowed(why)

    return append_once(entry, check)


def act_entry(
    referral: Entry,
    act: Act,
    person: Person,
    *,
    words: str | None,
    told: str | None,
    at: datetime,
    press: str,
) -> Entry:
    """Return the entry of something that somebody does with a referral; whether it may be done is not asked here."""
    facts = _facts(referral, act, person, words=words, told=told)
    return stated(facts, case=referral.case, subject=referral.subject, by=person.login, at=at, press=press)


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
