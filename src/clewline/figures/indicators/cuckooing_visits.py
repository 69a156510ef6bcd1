"""Visits to addresses where a home may have been taken over."""

from clewline.figures.figure import Definition, Example, Figure, Part

CUCKOOING_VISITS = Figure(
    name="cuckooing_visits",
    title="Cuckooing visits",
    unit="visits",
    measure="count",
    group="Cuckooing",
    rank=1,
    dimensions=("force", "team", "line", "operation", "note"),
    parts=(
        Part(title="that found a home taken over", where={"note": "cuckooed"}),
        Part(title="without access", where={"note": "no access"}),
    ),
    definitions=(
        Definition(
            version="visits 1",
            sentence="Visits made in the period to addresses where a home may have been taken over, each "
            "visit once, whatever was found. `note` is what was found.",
            authority="Clewline, from the visit's reference. Releases say visits, and some say addresses "
            "visited; addresses found cuckooed are a figure of their own.",
            select="""
                select entry_id, subject as unit, day, 1 as amount,
                       force, team, line, operation, found as note
                from cuckooing_visit
            """,
            examples=(
                Example(
                    says="Two visits to one address are two; a visit that two forces report is one.",
                    given="""
                        a: on 2023-02-27 cuckooing visit V1, force kent, address A1, found no access
                        b: on 2023-03-01 cuckooing visit V2, force kent, address A1, found cuckooed
                        c: on 2023-03-01 cuckooing visit V2, force metropolitan, address A1
                        d: on 2023-03-06 cuckooing visit V3, force kent, address A2, found not cuckooed
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="What was found narrows the visits; not recorded is not found.",
                    given="""
                        a: on 2023-03-01 cuckooing visit V1, force kent, address A1, found cuckooed
                        b: on 2023-03-01 cuckooing visit V2, force kent, address A2, found not cuckooed
                        c: on 2023-03-01 cuckooing visit V3, force kent, address A3
                    """,
                    where={"note": "cuckooed"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
