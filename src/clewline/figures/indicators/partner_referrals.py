"""Referrals to partners, by what the partner answered."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

PARTNER_REFERRALS = Figure(
    name="partner_referrals",
    title="Referrals to partners",
    unit="referrals",
    measure="count",
    group="Protection",
    rank=5,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "answer", "note"),
    parts=(
        Part(title="accepted", where={"answer": "accepted"}),
        Part(title="returned", where={"answer": "returned"}),
        Part(title="the partner asks", where={"answer": "asked"}),
        Part(title="no answer yet", where={"answer": "none yet"}),
    ),
    definitions=(
        Definition(
            version="last answer 1",
            sentence="Referrals made in the period to a partner, each once by its reference, by the last answer "
            "that the partner gave as far as is known at the instant asked for: accepted, returned, asked, or "
            "none yet. An answer to a report of the referral that was replaced since counts for the same "
            "person's referrals to the same partner. `note` is the partner.",
            authority="Clewline, from the partners' answers.",
            select=f"""
                with answers as (
                    select referral_answered.entry_id, referral_answered.answer, referral_answered.day,
                           referral_answered.recorded_at, referred.subject as reference
                    from referral_answered
                    join safeguarding_referral as referred on referred.entry_id = referral_answered.referral
                    union all
                    select referral_answered.entry_id, referral_answered.answer, referral_answered.day,
                           referral_answered.recorded_at, referred.subject as reference
                    from referral_answered
                    join safeguarding_referral as referred
                      on referred.person = referral_answered.person
                     and referred.partner = referral_answered.partner
                    where not exists (
                        select 1 from safeguarding_referral as named
                        where named.entry_id = referral_answered.referral
                    )
                ),
                in_order as (
                    select entry_id, answer, reference,
                           row_number() over (
                               partition by reference order by day desc, recorded_at desc, entry_id desc
                           ) as place
                    from answers
                ),
                last_answer as (select entry_id, answer, reference from in_order where place = 1)
                select referred.entry_id, referred.subject as unit, referred.day, 1 as amount,
                       referred.force, referred.team, referred.line, referred.operation,
                       {AGE_GROUP}, referred.sex,
                       coalesce(last_answer.answer, 'none yet') as answer,
                       referred.partner as note, last_answer.entry_id as supporting
                from safeguarding_referral as referred
                left join last_answer on last_answer.reference = referred.subject
            """,
            examples=(
                Example(
                    says="The last answer counts: asked first, then accepted. The second referral has none.",
                    given="""
                        a: on 2023-02-28 safeguarding referral R1, force kent, person kent/1, partner council
                        b: on 2023-03-01 referral answered A1, force kent, person kent/1, referral a, \
partner council, answer asked, answered by Rowe
                        c: on 2023-03-03 referral answered A2, force kent, person kent/1, referral a, \
partner council, answer accepted, answered by Rowe
                        d: on 2023-03-01 safeguarding referral R2, force kent, person kent/2, partner council
                        e: on 2023-03-06 safeguarding referral R3, force kent, person kent/3, partner council
                    """,
                    value=2,
                    stands_on=("a", "c", "d"),
                ),
                Example(
                    says="Referrals into silence: without an answer yet.",
                    given="""
                        a: on 2023-02-28 safeguarding referral R1, force kent, person kent/1, partner council
                        b: on 2023-03-01 referral answered A1, force kent, person kent/1, referral a, \
partner council, answer returned, answered by Rowe
                        c: on 2023-03-01 safeguarding referral R2, force kent, person kent/2, partner council
                        d: on 2023-03-01 safeguarding referral R3, force kent, person kent/1, partner Catch22
                    """,
                    where={"answer": "none yet"},
                    value=2,
                    stands_on=("c", "d"),
                ),
                Example(
                    says="The referral is corrected after the partner answered, and keeps its answer.",
                    given="""
                        a: on 2023-02-28 safeguarding referral R1, force kent, person kent/1, partner council
                        b: on 2023-03-01 referral answered A1, force kent, person kent/1, referral a, \
partner council, answer accepted, answered by Rowe
                        c: on 2023-02-28 safeguarding referral R1, force kent, person kent/1, partner council, \
age 15; corrects a because the age was missing
                    """,
                    where={"answer": "accepted"},
                    value=1,
                    stands_on=("b", "c"),
                ),
            ),
        ),
    ),
)
