"""Hours of patrol."""

from decimal import Decimal

from clewline.figures.figure import Definition, Example, Figure

PATROL_HOURS = Figure(
    name="patrol_hours",
    title="Hours of patrol",
    unit="hours",
    measure="sum",
    group="Police activity",
    dimensions=("force", "team", "line", "operation"),
    definitions=(
        Definition(
            version="officer hours 1",
            sentence="Officer hours of patrol in the period: two officers for three hours are six. A "
            "patrol that two forces report counts once, at the larger number of hours.",
            authority="Clewline, from the recorded hours; releases state hours without saying whether they "
            "are officers' or patrols'.",
            select="""
                select entry_id, subject as unit, day, hours as amount, force, team, line, operation
                from patrol
            """,
            examples=(
                Example(
                    says="Hours are added, those of a joint patrol once.",
                    given="""
                        a: on 2023-03-01 patrol P1, force kent, hours 6
                        b: on 2023-03-01 patrol P1, force btp, hours 5.5
                        c: on 2023-03-02 patrol P2, force kent, hours 7.25
                        d: on 2023-03-06 patrol P3, force kent, hours 8
                    """,
                    value=Decimal("13.25"),
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Hours were typed tenfold: the first entry is withdrawn.",
                    given="""
                        a: on 2023-03-01 patrol P1, force kent, hours 60
                        b: on 2023-03-01 patrol P1, force kent, hours 6
                        c: on 2023-03-07 correction P1, withdraws a
                        d: on 2023-03-02 patrol P2, force kent, hours 2
                    """,
                    value=8,
                    stands_on=("b", "d"),
                ),
            ),
        ),
    ),
)
