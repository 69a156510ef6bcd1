"""Decisions on referrals to the National Referral Mechanism, by stage and outcome."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

NRM_DECISIONS = Figure(
    name="nrm_decisions",
    title="Decisions of the National Referral Mechanism",
    unit="decisions",
    measure="count",
    group="Protection",
    rank=9,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "stage", "outcome", "note"),
    parts=(
        Part(
            title="reasonable grounds, positive",
            where={"stage": "reasonable grounds", "outcome": "positive"},
        ),
        Part(
            title="reasonable grounds, negative",
            where={"stage": "reasonable grounds", "outcome": "negative"},
        ),
        Part(
            title="conclusive grounds, positive",
            where={"stage": "conclusive grounds", "outcome": "positive"},
        ),
        Part(
            title="conclusive grounds, negative",
            where={"stage": "conclusive grounds", "outcome": "negative"},
        ),
        Part(title="suspended", where={"outcome": "suspended"}),
    ),
    definitions=(
        Definition(
            version="decisions 1",
            sentence="Decisions recorded in the period on referrals to the National Referral Mechanism, at each "
            "of its two stages, each once by the referral and stage, or by its own reference where it names no "
            "referral. A decision that was made anew in the period counts in both outcomes and once in the "
            "whole. `note` is who decided.",
            authority="Clewline, from the two stages of the National Referral Mechanism: reasonable grounds and "
            "conclusive grounds.",
            select=f"""
                select entry_id, coalesce(referral, 'decision ' || subject) || ', ' || stage as unit,
                       day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, stage, outcome, decided_by as note
                from nrm_decision
            """,
            examples=(
                Example(
                    says="Both stages of one referral are two decisions; two forces that report one are one.",
                    given="""
                        a: on 2023-02-28 nrm decision J1, force kent, person kent/1, age 15, \
stage reasonable grounds, outcome positive, referral REF7
                        b: on 2023-03-03 nrm decision J2, force kent, person kent/1, age 15, \
stage conclusive grounds, outcome positive, referral REF7
                        c: on 2023-03-03 nrm decision X9, force essex, person essex/4, age 15, \
stage conclusive grounds, outcome positive, referral REF7
                        d: on 2023-03-03 nrm decision J3, force kent, person kent/2, \
stage reasonable grounds, outcome negative
                    """,
                    value=3,
                    stands_on=("a", "b", "c", "d"),
                ),
                Example(
                    says="Positive at the first stage.",
                    given="""
                        a: on 2023-02-28 nrm decision J1, force kent, person kent/1, \
stage reasonable grounds, outcome positive, referral REF7
                        b: on 2023-03-03 nrm decision J2, force kent, person kent/2, \
stage conclusive grounds, outcome positive, referral REF8
                        c: on 2023-03-03 nrm decision J3, force kent, person kent/3, \
stage reasonable grounds, outcome suspended, referral REF9
                    """,
                    where={"stage": "reasonable grounds", "outcome": "positive"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
