"""People identified as exploited or at risk. It is not yet help."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

VULNERABLE_PEOPLE_IDENTIFIED = Figure(
    name="vulnerable_people_identified",
    title="Vulnerable people identified",
    unit="people",
    measure="count",
    group="Safeguarding",
    rank=6,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "note"),
    parts=(
        Part(title="children", where={"age_group": "child"}),
        Part(title="adults", where={"age_group": "adult"}),
    ),
    definitions=(
        Definition(
            version="identified 1",
            sentence="People identified in the period as exploited or at risk; each person counts once, as "
            "their force records them. What was then done for them is in other figures. `note` is the "
            "concern in the words of the source.",
            authority="Clewline: releases say `identified` beside `safeguarded` and mean less, so it stays "
            "apart.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, concern as note
                from vulnerability_identified
            """,
            examples=(
                Example(
                    says="A person identified twice counts once; a referral does not make a person "
                    "identified.",
                    given="""
                        a: on 2023-02-27 vulnerability identified V1, force kent, person kent/1, concern debt
                        b: on 2023-03-05 vulnerability identified V2, force kent, person kent/1, age 16
                        c: on 2023-03-05 vulnerability identified V3, force kent, person kent/2
                        d: on 2023-03-05 safeguarding referral R1, force kent, person kent/3, age 16
                        e: on 2023-03-06 vulnerability identified V4, force kent, person kent/4, age 16
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="An entry that should not have been made is withdrawn, and its person no longer "
                    "counts.",
                    given="""
                        a: on 2023-03-01 vulnerability identified V1, force kent, person kent/1, age 16
                        b: on 2023-03-01 vulnerability identified V2, force kent, person kent/2, age 17
                        c: on 2023-03-07 correction V2, withdraws b
                    """,
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
