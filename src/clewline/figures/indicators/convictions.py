"""People convicted."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

CONVICTIONS = Figure(
    name="convictions",
    title="People convicted",
    unit="people",
    measure="count",
    group="Courts",
    rank=1,
    dimensions=("force", "team", "line", "operation", "plea", "age_group", "sex"),
    parts=(
        Part(title="on a guilty plea", where={"plea": "guilty"}),
        Part(title="after a plea of not guilty", where={"plea": "not guilty"}),
    ),
    definitions=(
        Definition(
            version="people 1",
            sentence="People convicted of at least one charge in the period, by the day of the court's "
            "result, each once, as their force records them. Whether they were arrested in the period or "
            "before makes no difference. A plea that is not recorded is in neither part.",
            authority="Clewline, from court results.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, plea, {AGE_GROUP}, sex
                from court_result
                where result = 'convicted'
            """,
            examples=(
                Example(
                    says="Two convictions of one person count once; an acquittal and a charge that lies on "
                    "file do not.",
                    given="""
                        a: on 2023-03-01 court result H1, force kent, person kent/901, charge H1, \
result convicted
                        b: on 2023-03-01 court result H2, force kent, person kent/901, charge H2, \
result convicted
                        c: on 2023-03-01 court result H3, force kent, person kent/902, charge H3, \
result acquitted
                        d: on 2023-03-01 court result H4, force kent, person kent/903, charge H4, \
result lies on file
                        e: on 2023-03-06 court result H5, force kent, person kent/904, charge H5, \
result convicted
                    """,
                    value=1,
                    stands_on=("a", "b"),
                ),
                Example(
                    says="The result was entered against the wrong charge: the entry is withdrawn.",
                    given="""
                        a: on 2023-03-01 court result H1, force kent, person kent/901, charge H1, \
result convicted
                        b: on 2023-03-01 court result H2, force kent, person kent/902, charge H2, \
result convicted
                        c: on 2023-03-07 correction H2, withdraws b
                    """,
                    value=1,
                    stands_on=("a",),
                ),
                Example(
                    says="Guilty pleas; one that is not recorded is not taken for guilty.",
                    given="""
                        a: on 2023-03-01 court result H1, force kent, person kent/901, charge H1, \
result convicted, plea guilty
                        b: on 2023-03-01 court result H2, force kent, person kent/902, charge H2, \
result convicted, plea not guilty
                        c: on 2023-03-01 court result H3, force kent, person kent/903, charge H3, \
result convicted
                    """,
                    where={"plea": "guilty"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
