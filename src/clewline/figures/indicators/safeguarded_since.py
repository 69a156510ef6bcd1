"""What became of the people safeguarded: what is recorded of them since they were helped."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part
from clewline.figures.indicators.people_safeguarded import HELPED

SAFEGUARDED_SINCE = Figure(
    name="safeguarded_since",
    title="People safeguarded with something recorded since",
    unit="people",
    measure="count",
    group="Protection",
    rank=10,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "since"),
    parts=(
        Part(title="a referral to a partner", where={"since": "referral"}),
        Part(title="a referral that the partner accepted", where={"since": "accepted"}),
        Part(title="help", where={"since": "help"}),
        Part(title="a referral to the National Referral Mechanism", where={"since": "nrm"}),
        Part(title="a protection status", where={"since": "status"}),
        Part(title="an outcome of a programme", where={"since": "outcome"}),
    ),
    definitions=(
        Definition(
            version="since 1",
            sentence="Of the people safeguarded in the period, as people safeguarded (helped 1) counts them, those "
            "of whom something is recorded on the day of it or since, as far as is known at the instant asked "
            "for: a referral to a partner, a partner's acceptance, help (support received, something that a "
            "partner did, a programme taken up), a referral to the National Referral Mechanism, a protection "
            "status, an outcome of a programme. Each person counts once, and once in each part. Who is in none "
            "is on the page of outcomes.",
            authority="Clewline: the record's answer to what happened to the people whom a release counts as "
            "safeguarded.",
            select=f"""
                with helped as ({HELPED}),
                later as (
                    select entry_id, person, day, 'referral' as since from safeguarding_referral
                    union all
                    select entry_id, person, day, 'accepted' as since
                    from referral_answered where answer = 'accepted'
                    union all
                    select entry_id, person, day, 'help' as since from safeguarding_supported
                    union all
                    select entry_id, person, day, 'help' as since from referral_done
                    union all
                    select entry_id, person, day, 'help' as since from programme_offered where accepted
                    union all
                    select entry_id, person, day, 'nrm' as since from nrm_referral
                    union all
                    select entry_id, person, day, 'status' as since from protection_status
                    union all
                    select entry_id, person, day, 'outcome' as since from programme_outcome
                )
                select helped.entry_id, helped.person as unit, helped.day, 1 as amount,
                       helped.force, helped.team, helped.line, helped.operation, {AGE_GROUP}, helped.sex,
                       later.since, later.entry_id as supporting
                from helped
                join later
                  on later.person = helped.person
                 and later.day >= helped.day
            """,
            examples=(
                Example(
                    says="Of three people safeguarded, two have something since: a referral and its acceptance, "
                    "and a referral to the National Referral Mechanism. What was before does not count.",
                    given="""
                        a: on 2023-02-28 safeguarding referral R1, force kent, person kent/1, partner council
                        b: on 2023-04-01 referral answered A1, force kent, person kent/1, referral a, \
partner council, answer accepted, answered by Rowe
                        c: on 2023-03-01 safety plan P1, force kent, person kent/2
                        d: on 2023-03-20 nrm referral N1, force kent, person kent/2
                        e: on 2023-03-01 strategy meeting S1, force kent, person kent/3
                        f: on 2023-02-01 nrm referral N2, force kent, person kent/3
                    """,
                    value=2,
                    stands_on=("a", "b", "c", "d"),
                ),
                Example(
                    says="Help since: a partner's answer that it asks is none, and neither is a programme that was "
                    "not taken up.",
                    given="""
                        a: on 2023-03-01 safety plan P1, force kent, person kent/1
                        b: on 2023-03-02 safeguarding supported T1, force kent, person kent/1
                        c: on 2023-03-01 safety plan P2, force kent, person kent/2
                        d: on 2023-03-02 programme offered O2, force kent, person kent/2, programme Music, \
offered by Ash, accepted no
                        e: on 2023-03-01 safety plan P3, force kent, person kent/3
                        f: on 2023-03-02 referral done F3, force kent, person kent/3, referral r, \
partner council, what a key worker, done by Rowe
                    """,
                    where={"since": "help"},
                    value=2,
                    stands_on=("a", "b", "e", "f"),
                ),
            ),
        ),
    ),
)
