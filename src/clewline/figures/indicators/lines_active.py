"""Lines that a force assessed as active."""

from clewline.figures.figure import Definition, Example, Figure

LINES_ACTIVE = Figure(
    name="lines_active",
    title="Lines assessed as active",
    unit="lines",
    measure="count",
    group="Lines",
    rank=3,
    dimensions=("force", "team", "line", "operation"),
    definitions=(
        Definition(
            version="assessed 1",
            sentence="Lines that a force assessed as active on a day of the period, each once; a line that "
            "was assessed as dormant or closed later in the period still counts. A line that nobody "
            "assessed in the period does not count, so a short period gives the lines looked at, not all "
            "that run.",
            authority="Clewline, from dated assessments: releases of Kent and Sussex state active lines "
            "without saying on what day or by what test.",
            select="""
                select entry_id, line as unit, day, 1 as amount, force, team, line, operation
                from line_assessment
                where status = 'active'
            """,
            examples=(
                Example(
                    says="Two assessments of a line count once; dormant is not active, and an assessment "
                    "before the period says nothing about it.",
                    given="""
                        a: on 2023-02-27 line assessment A1, force kent, line L1, status active
                        b: on 2023-03-03 line assessment A2, force kent, line L1, status active
                        c: on 2023-02-28 line assessment A3, force kent, line L2, status active
                        d: on 2023-03-05 line assessment A4, force kent, line L2, status closed
                        e: on 2023-03-01 line assessment A5, force kent, line L3, status dormant
                        f: on 2023-02-26 line assessment A6, force kent, line L4, status active
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="An assessment is corrected: the line was dormant.",
                    given="""
                        a: on 2023-03-01 line assessment A1, force kent, line L1, status active
                        b: on 2023-03-01 line assessment A2, force kent, line L2, status active
                        c: on 2023-03-01 line assessment A2, force kent, line L2, status dormant; \
corrects b because review
                    """,
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
