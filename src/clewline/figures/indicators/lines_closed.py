"""Lines closed: as the Home Office programme counts them, and, side by side, older and press meanings.

A figure of closed lines means nothing without the definition that it was counted by.
"""

from clewline.figures.figure import Definition, Example, Figure, Part


def _select(condition: str) -> str:
    """Return the selection of closures that meet `condition`, each with the nature of its line.

    Forces may each describe a line: it is one row here, so that no closure is multiplied, and it is
    cross-boundary where any of them says so ('cross-boundary' sorts before 'internal').
    """
    return f"""
                with described_line as (
                    select subject, min(nature) as nature from line group by subject
                )
                select closure.entry_id, closure.line as unit, closure.day, 1 as amount,
                       closure.force, closure.team, closure.line, closure.operation,
                       closure.type, described_line.nature
                from line_closure as closure
                left join described_line on described_line.subject = closure.line
                where {condition}
            """


LINES_CLOSED = Figure(
    name="lines_closed",
    title="Lines closed",
    unit="lines",
    measure="count",
    group="Lines",
    rank=1,
    dimensions=("force", "team", "line", "operation", "type", "nature"),
    parts=(
        Part(title="Type 1, with a line holder charged", where={"type": "Type 1"}),
        Part(title="Type 2, number or SIM deactivated", where={"type": "Type 2"}),
        Part(title="cross-boundary lines", where={"nature": "cross-boundary"}),
        Part(title="lines internal to one force", where={"nature": "internal"}),
    ),
    definitions=(
        Definition(
            version="programme 1",
            sentence="Lines closed in the period as Type 1 (a line holder arrested and charged, and "
            "evidence that the gang can no longer distribute on the number) or Type 2 (number or SIM "
            "deactivated). A line closed twice in the period counts once, and in both parts where the "
            "types differ. A closure whose type is not recorded does not count.",
            authority="Home Office, county lines programme data, edition of 15 March 2024. The type is the "
            "one recorded with the closure. That a line found in use again stays closed for the day on "
            "which it was closed is Clewline's reading: check-backs are entries of their own.",
            select=_select("closure.type in ('Type 1', 'Type 2')"),
            examples=(
                Example(
                    says="A line that two forces report as closed, and one that is closed twice, count "
                    "once each; a closure without a type does not count.",
                    given="""
                        a: on 2023-02-28 line closure Z1, force metropolitan, line L1, type Type 1
                        b: on 2023-03-01 line closure Z2, force kent, line L1, type Type 1
                        c: on 2023-03-01 line closure Z3, force kent, line L2, type Type 2
                        d: on 2023-03-04 line closure Z4, force kent, line L2, type Type 1
                        e: on 2023-03-04 line closure Z5, force kent, line L3
                        f: on 2023-03-06 line closure Z6, force kent, line L4, type Type 1
                    """,
                    value=2,
                    stands_on=("a", "b", "c", "d"),
                ),
                Example(
                    says="Type 1 alone. A closure first thought Type 1 is corrected to Type 2.",
                    given="""
                        a: on 2023-02-28 line closure Z1, force metropolitan, line L1, type Type 1
                        b: on 2023-03-01 line closure Z2, force metropolitan, line L2, type Type 1
                        c: on 2023-03-01 line closure Z2, force metropolitan, line L2, type Type 2; \
corrects b because review
                    """,
                    where={"type": "Type 1"},
                    value=1,
                    stands_on=("a",),
                ),
                Example(
                    says="Lines internal to one force. Two forces describe L1: it crosses a boundary since "
                    "one of them says so, and is in that part alone. L3, that nobody describes, is in "
                    "neither.",
                    given="""
                        a: on 2022-11-01 line L1, nature internal, force metropolitan
                        b: on 2022-12-01 line L1, nature cross-boundary, force kent
                        c: on 2022-11-01 line L2, nature internal, force metropolitan
                        d: on 2023-03-01 line closure Z1, force metropolitan, line L1, type Type 1
                        e: on 2023-03-01 line closure Z2, force metropolitan, line L2, type Type 1
                        f: on 2023-03-01 line closure Z3, force metropolitan, line L3, type Type 1
                    """,
                    where={"nature": "internal"},
                    value=1,
                    stands_on=("e",),
                ),
                Example(
                    says="A check-back that finds the line in use again leaves the closure of its day.",
                    given="""
                        a: on 2023-02-28 line closure Z1, force metropolitan, line L1, type Type 2
                        b: on 2023-03-04 check back B1, force metropolitan, line L1, closure Z1, out of use no
                        c: on 2023-03-04 line closure Z2, force metropolitan, line L2
                    """,
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
        Definition(
            version="holder removed 1",
            sentence="Lines of which the record says, for a closure in the period, that the controlling "
            "line holder was removed and that the gang can no longer use the number. The type does not "
            "matter, nor whether the holder was charged. A closure that does not record both does not "
            "count.",
            authority="Home Office, the programme's older single definition: evidence that the controlling "
            "line holder can no longer distribute on that number (answer to parliamentary question 126769, "
            "2022).",
            select=_select("closure.holder is not null and closure.number_removed"),
            examples=(
                Example(
                    says="Holder and number, both: a holder gone whose number lives on does not count, nor "
                    "a number gone without its holder, nor a number that nobody recorded.",
                    given="""
                        a: on 2023-03-01 line closure Z1, force kent, line L1, holder kent/901, \
number removed yes
                        b: on 2023-03-01 line closure Z2, force kent, line L2, holder kent/902, \
number removed no
                        c: on 2023-03-01 line closure Z3, force kent, line L3, type Type 2, number removed yes
                        d: on 2023-03-01 line closure Z4, force kent, line L4, type Type 1, holder kent/904
                        e: on 2023-03-04 line closure Z5, force essex, line L1, holder essex/7, \
number removed yes
                        f: on 2023-02-26 line closure Z6, force kent, line L6, holder kent/906, \
number removed yes
                    """,
                    value=1,
                    stands_on=("a", "e"),
                ),
            ),
        ),
        Definition(
            version="handset and number 1",
            sentence="Lines of which the record says, for a closure in the period, that both the handset "
            "and the number were removed. The type does not matter, nor what became of the holder.",
            authority="Metropolitan Police release on the week of 7 March 2022: handset and number removed.",
            select=_select("closure.handset_removed and closure.number_removed"),
            examples=(
                Example(
                    says="A handset without its number does not count, nor a number without its handset; a "
                    "line that two forces report counts once.",
                    given="""
                        a: on 2023-03-01 line closure Z1, force kent, line L1, number removed yes, \
handset removed yes
                        b: on 2023-03-01 line closure Z2, force kent, line L2, number removed no, \
handset removed yes
                        c: on 2023-03-01 line closure Z3, force kent, line L3, type Type 2, number removed yes
                        d: on 2023-03-01 line closure Z4, force kent, line L4, type Type 1
                        e: on 2023-03-02 line closure Z5, force essex, line L1, number removed yes, \
handset removed yes
                    """,
                    value=1,
                    stands_on=("a", "e"),
                ),
            ),
        ),
    ),
)
