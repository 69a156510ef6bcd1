"""Referrals to the National Referral Mechanism."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

NRM_REFERRALS = Figure(
    name="nrm_referrals",
    title="Referrals to the National Referral Mechanism",
    unit="referrals",
    measure="count",
    group="Safeguarding",
    rank=5,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "note"),
    parts=(
        Part(title="of children", where={"age_group": "child"}),
        Part(title="of adults", where={"age_group": "adult"}),
    ),
    definitions=(
        Definition(
            version="reference 1",
            sentence="Referrals made in the period to the National Referral Mechanism, each once by the "
            "reference that the national form returned; one without such a reference counts by the force's "
            "own. `note` is the first responder.",
            authority="Clewline, from the reference of the national form; releases count referrals.",
            select=f"""
                select entry_id, coalesce(reference, subject) as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, first_responder as note
                from nrm_referral
            """,
            examples=(
                Example(
                    says="Two forces report one referral by its national reference: it counts once. A "
                    "person referred twice is two referrals.",
                    given="""
                        a: on 2023-03-01 nrm referral N1, force kent, person kent/1, age 15, reference REF7
                        b: on 2023-03-01 nrm referral X9, force essex, person essex/4, age 15, reference REF7
                        c: on 2023-03-02 nrm referral N2, force kent, person kent/2, age 16
                        d: on 2023-03-03 nrm referral N3, force kent, person kent/2, age 16
                        e: on 2023-03-06 nrm referral N4, force kent, person kent/3, age 16
                    """,
                    value=3,
                    stands_on=("a", "b", "c", "d"),
                ),
                Example(
                    says="Of children; an age that is not recorded is no child's.",
                    given="""
                        a: on 2023-03-01 nrm referral N1, force kent, person kent/1, age 15
                        b: on 2023-03-01 nrm referral N2, force kent, person kent/2, age 30
                        c: on 2023-03-01 nrm referral N3, force kent, person kent/3
                    """,
                    where={"age_group": "child"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
