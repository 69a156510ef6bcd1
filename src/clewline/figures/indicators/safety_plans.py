"""People with or for whom a safety plan was made."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

SAFETY_PLANS = Figure(
    name="safety_plans",
    title="People with a safety plan",
    unit="people",
    measure="count",
    group="Safeguarding",
    dimensions=("force", "team", "line", "operation", "age_group", "sex"),
    parts=(
        Part(title="children", where={"age_group": "child"}),
        Part(title="adults", where={"age_group": "adult"}),
    ),
    definitions=(
        Definition(
            version="people 1",
            sentence="People with or for whom a safety plan was made in the period; each person counts "
            "once, however often the plan was made anew.",
            authority="NPCC release on the week of 23 to 29 June 2025 names safety plans among the ways of "
            "support; counting them in people is Clewline's, so that the ways can be set side by side.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex
                from safety_plan
            """,
            examples=(
                Example(
                    says="A plan made anew for one person adds nobody, and a referral is no plan.",
                    given="""
                        a: on 2023-02-27 safety plan P1, force kent, person kent/1, age 15
                        b: on 2023-03-05 safety plan P2, force kent, person kent/1, age 15
                        c: on 2023-03-05 safety plan P3, force kent, person kent/2
                        d: on 2023-03-05 safeguarding referral R1, force kent, person kent/3, age 15
                        e: on 2023-02-26 safety plan P4, force kent, person kent/4, age 15
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Adults only; an age that is not recorded is no adult's.",
                    given="""
                        a: on 2023-03-01 safety plan P1, force kent, person kent/1, age 18
                        b: on 2023-03-01 safety plan P2, force kent, person kent/2, age 17
                        c: on 2023-03-01 safety plan P3, force kent, person kent/3
                    """,
                    where={"age_group": "adult"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
