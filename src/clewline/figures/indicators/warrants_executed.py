"""Warrants executed."""

from clewline.figures.figure import Definition, Example, Figure

WARRANTS_EXECUTED = Figure(
    name="warrants_executed",
    title="Warrants executed",
    unit="warrants",
    measure="count",
    group="Police activity",
    rank=1,
    dimensions=("force", "team", "line", "operation"),
    definitions=(
        Definition(
            version="warrant reference 1",
            sentence="Warrants carried out in the period; one that two forces report counts once, and one "
            "that was granted and not carried out does not count.",
            authority="Clewline, from the warrant's reference; releases say `warrants`, mostly of premises.",
            select="""
                select entry_id, subject as unit, day, 1 as amount, force, team, line, operation
                from warrant
                where executed
            """,
            examples=(
                Example(
                    says="A warrant executed by two forces together counts once; one not executed does not.",
                    given="""
                        a: on 2023-03-01 warrant W1, force metropolitan
                        b: on 2023-03-01 warrant W1, force kent
                        c: on 2023-03-02 warrant W2, force kent
                        d: on 2023-03-02 warrant W3, force kent, executed no
                        e: on 2023-03-06 warrant W4, force kent
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="A warrant entered as executed is corrected: nobody went.",
                    given="""
                        a: on 2023-03-01 warrant W1, force kent
                        b: on 2023-03-01 warrant W2, force kent
                        c: on 2023-03-01 warrant W2, force kent, executed no; corrects b because log
                    """,
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
