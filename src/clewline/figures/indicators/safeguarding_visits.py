"""Welfare and safeguarding visits."""

from clewline.figures.figure import Definition, Example, Figure

SAFEGUARDING_VISITS = Figure(
    name="safeguarding_visits",
    title="Safeguarding visits",
    unit="visits",
    measure="count",
    group="Safeguarding",
    dimensions=("force", "team", "line", "operation"),
    definitions=(
        Definition(
            version="visits 1",
            sentence="Welfare or safeguarding visits made in the period to a person or an address, each "
            "visit once. Visits to homes that may have been taken over are counted as cuckooing visits.",
            authority="Clewline, from the visit's reference; releases say `welfare visits` or "
            "`safeguarding visits`.",
            select="""
                select entry_id, subject as unit, day, 1 as amount, force, team, line, operation
                from safeguarding_visit
            """,
            examples=(
                Example(
                    says="Two visits to one person are two; a visit that two forces report is one; a "
                    "cuckooing visit is not among them.",
                    given="""
                        a: on 2023-03-01 safeguarding visit V1, force kent, person kent/1
                        b: on 2023-03-02 safeguarding visit V2, force kent, person kent/1
                        c: on 2023-03-02 safeguarding visit V2, force essex, address A7
                        d: on 2023-03-02 cuckooing visit K1, force kent, address A7
                        e: on 2023-02-26 safeguarding visit V3, force kent
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="The day is corrected to one outside the week, and the visit no longer counts in "
                    "it.",
                    given="""
                        a: on 2023-03-01 safeguarding visit V1, force kent, person kent/1
                        b: on 2023-03-02 safeguarding visit V2, force kent
                        c: on 2023-03-12 safeguarding visit V2, force kent; corrects b because wrong day
                    """,
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
