"""People about whom a strategy meeting was held."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

STRATEGY_MEETINGS = Figure(
    name="strategy_meetings",
    title="People with a strategy meeting",
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
            sentence="People about whom a strategy discussion or meeting was held in the period; each "
            "person counts once, however many meetings were held, and one meeting can be about several "
            "people.",
            authority="NPCC release on the week of 23 to 29 June 2025 names strategy meetings among the "
            "ways of support; counting them in people is Clewline's, so that the ways can be set side by "
            "side.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex
                from strategy_meeting
            """,
            examples=(
                Example(
                    says="One meeting about two brothers is two people; a second meeting about one adds "
                    "nobody.",
                    given="""
                    a: on 2023-03-01 strategy meeting S1, force kent, person kent/1, age 15
                    b: on 2023-03-01 strategy meeting S1, force kent, person kent/2, age 13
                    c: on 2023-03-03 strategy meeting S2, force kent, person kent/2, age 13
                    d: on 2023-03-03 safety plan P1, force kent, person kent/3, age 16
                    e: on 2023-03-06 strategy meeting S3, force kent, person kent/4, age 16
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="The meeting took place after the week, as a correction says.",
                    given="""
                    a: on 2023-03-01 strategy meeting S1, force kent, person kent/1, age 15
                    b: on 2023-03-02 strategy meeting S2, force kent, person kent/2
                    c: on 2023-03-09 strategy meeting S2, force kent, person kent/2; corrects b because day
                    """,
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
