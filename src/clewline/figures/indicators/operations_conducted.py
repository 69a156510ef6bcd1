"""Operations, deployments and activities that a force counts as its operations."""

from clewline.figures.figure import Definition, Example, Figure

OPERATIONS_CONDUCTED = Figure(
    name="operations_conducted",
    title="Operations",
    unit="operations",
    measure="count",
    group="Police activity",
    dimensions=("force", "team", "line", "operation", "note"),
    definitions=(
        Definition(
            version="activity reference 1",
            sentence="Operations, deployments and activities in the period, each that a force recorded by "
            "a reference of its own; one that two forces report counts once. A named operation or week of "
            "action, under which they were done, is not one of them. `note` is what the activity was.",
            authority="Clewline: British Transport Police's releases state operations (75 in the week of "
            "27 February 2023) and do not say what one is.",
            select="""
                select entry_id, subject as unit, day, 1 as amount,
                       force, team, line, operation, nature as note
                from activity
            """,
            examples=(
                Example(
                    says="A joint deployment counts once; the week of action itself is no operation.",
                    given="""
                        a: on 2023-03-01 activity A1, force btp, nature rail deployment
                        b: on 2023-03-01 activity A1, force kent, nature station deployment
                        c: on 2023-03-02 activity A2, force btp
                        d: on 2023-02-27 operation O1, name Orochi, nature week of action
                        e: on 2023-03-06 activity A3, force btp, nature rail deployment
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="A deployment that was called off is withdrawn.",
                    given="""
                        a: on 2023-03-01 activity A1, force btp, nature rail deployment
                        b: on 2023-03-02 activity A2, force btp, nature rail deployment
                        c: on 2023-03-07 correction A2, withdraws b
                    """,
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
