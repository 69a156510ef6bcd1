"""Referrals by professionals who were not told what became of them."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

REFERRALS_WITHOUT_FEEDBACK = Figure(
    name="referrals_without_feedback",
    title="Referrals whose referrer was not told",
    unit="referrals",
    measure="count",
    group="Protection",
    rank=6,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "note"),
    parts=(
        Part(title="of children", where={"age_group": "child"}),
        Part(title="of adults", where={"age_group": "adult"}),
    ),
    definitions=(
        Definition(
            version="not told 1",
            sentence="Referrals that professionals made to us in the period, each once by the reference number "
            "of its form or else our own, of which no entry says, as far as is known at the instant asked for, "
            "that the referrer was told what became of it. `note` is the referrer's organisation.",
            authority="Clewline: that a referrer learns what they may know is its rule; reviews report referrals "
            "into silence.",
            select=f"""
                with received as (
                    select entry_id, coalesce(reference, subject) as reference, person, day,
                           force, team, line, operation, {AGE_GROUP}, sex, body
                    from referral_received
                ),
                told as (
                    select received.reference
                    from referrer_told
                    join received on received.entry_id = referrer_told.referral
                    union all
                    select received.reference
                    from referrer_told
                    join received on received.person = referrer_told.person
                    where received.day <= referrer_told.day
                      and not exists (
                        select 1 from received as named where named.entry_id = referrer_told.referral
                      )
                      and not exists (
                        select 1 from safeguarding_referral as sent
                        where sent.entry_id = referrer_told.referral
                      )
                )
                select entry_id, reference as unit, day, 1 as amount,
                       force, team, line, operation, age_group, sex, body as note
                from received
                where not exists (select 1 from told where told.reference = received.reference)
            """,
            examples=(
                Example(
                    says="Of three referrals one referrer was told; a partner's acceptance tells the referrer "
                    "nothing.",
                    given="""
                        a: on 2023-02-28 referral received Q1, force kent, person kent/1, referred by Lee, \
body Oak School, concern missing from school
                        b: on 2023-03-02 referrer told T1, force kent, person kent/1, referral a, \
told accepted, told by Ash
                        c: on 2023-03-01 referral received Q2, force kent, person kent/2, referred by Lee, \
body Oak School, concern new phones
                        d: on 2023-03-02 referral answered A1, force kent, person kent/2, referral c, \
partner council, answer accepted, answered by Rowe
                        e: on 2023-03-01 referral received Q3, force kent, person kent/3, referred by Kay, \
body the hospital, concern injuries
                    """,
                    value=2,
                    stands_on=("c", "e"),
                ),
                Example(
                    says="The referral is corrected after the referrer was told, and they stay told.",
                    given="""
                        a: on 2023-02-28 referral received Q1, force kent, person kent/1, referred by Lee, \
body Oak School, concern missing from school
                        b: on 2023-03-02 referrer told T1, force kent, person kent/1, referral a, \
told accepted, told by Ash
                        c: on 2023-02-28 referral received Q1, force kent, person kent/1, referred by Lee, \
body Oak School, concern missing from school, age 14; corrects a because the age was missing
                    """,
                    value=0,
                    stands_on=(),
                ),
                Example(
                    says="Word of what became of our own referral to a partner tells the professional nothing.",
                    given="""
                        a: on 2023-02-28 referral received Q1, force kent, person kent/1, referred by Lee, \
body Oak School, concern missing from school
                        b: on 2023-03-01 safeguarding referral R1, force kent, person kent/1, partner council
                        c: on 2023-03-02 referrer told T1, force kent, person kent/1, referral b, \
told accepted, told by Ash
                    """,
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
