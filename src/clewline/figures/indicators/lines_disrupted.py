"""Lines disrupted, which is less than closed."""

from clewline.figures.figure import Definition, Example, Figure

LINES_DISRUPTED = Figure(
    name="lines_disrupted",
    title="Lines disrupted",
    unit="lines",
    measure="count",
    group="Lines",
    rank=2,
    dimensions=("force", "team", "line", "operation", "level"),
    definitions=(
        Definition(
            version="recorded 1",
            sentence="Lines of which a force says that it disrupted them in the period, each once, "
            "whatever the level. Lines closed are in a figure of their own.",
            authority="Clewline: British Transport Police, Essex and Kent state lines disrupted; no public "
            "definition was found, nor one of the levels.",
            select="""
                select entry_id, line as unit, day, 1 as amount, force, team, line, operation, level
                from line_disruption
            """,
            examples=(
                Example(
                    says="A line disrupted twice, and by two forces, counts once; a closure is no "
                    "disruption.",
                    given="""
                        a: on 2023-02-28 line disruption D1, force kent, line L1, level minor
                        b: on 2023-03-03 line disruption D2, force kent, line L1, level major
                        c: on 2023-03-03 line disruption D3, force metropolitan, line L1
                        d: on 2023-03-03 line disruption D4, force kent, line L2
                        e: on 2023-03-03 line closure Z1, force kent, line L3, type Type 2
                        f: on 2023-03-06 line disruption D5, force kent, line L4
                    """,
                    value=2,
                    stands_on=("a", "b", "c", "d"),
                ),
                Example(
                    says="A disruption entered by mistake is withdrawn.",
                    given="""
                        a: on 2023-03-01 line disruption D1, force kent, line L1
                        b: on 2023-03-01 line disruption D2, force kent, line L2
                        c: on 2023-03-07 correction D2, withdraws b
                    """,
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
