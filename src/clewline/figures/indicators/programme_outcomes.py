"""People of whom it is recorded what became of them after they took up a programme."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

PROGRAMME_OUTCOMES = Figure(
    name="programme_outcomes",
    title="People with a recorded outcome of a programme",
    unit="people",
    measure="count",
    group="Prevention and diversion",
    rank=2,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "after", "outcome", "note"),
    parts=(
        Part(title="after 3 months", where={"after": "3 months"}),
        Part(title="after 6 months", where={"after": "6 months"}),
        Part(title="after 12 months", where={"after": "12 months"}),
        Part(title="taking part", where={"outcome": "taking part"}),
        Part(title="completed", where={"outcome": "completed"}),
        Part(title="left early", where={"outcome": "left early"}),
        Part(title="not known", where={"outcome": "not known"}),
    ),
    definitions=(
        Definition(
            version="people 1",
            sentence="People of whom it was recorded in the period where they stand 3, 6 or 12 months after they "
            "took up a programme, each once, as their force records them; one with two such outcomes in the "
            "period counts in both parts. `note` is the programme. It says where they stand, and not that the "
            "programme brought them there.",
            authority="Clewline, from the outcomes recorded at 3, 6 and 12 months.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, after, outcome, programme as note
                from programme_outcome
            """,
            examples=(
                Example(
                    says="Two outcomes of one child, at 3 and at 6 months, are one person.",
                    given="""
                        a: on 2023-02-28 programme outcome U1, force kent, person kent/1, programme Boxing, \
after 3 months, outcome taking part
                        b: on 2023-03-03 programme outcome U2, force kent, person kent/1, programme Music, \
after 6 months, outcome completed
                        c: on 2023-03-03 programme outcome U3, force kent, person kent/2, programme Music, \
after 6 months, outcome not known
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Completed, at 6 months.",
                    given="""
                        a: on 2023-02-28 programme outcome U1, force kent, person kent/1, programme Boxing, \
after 3 months, outcome completed
                        b: on 2023-03-03 programme outcome U2, force kent, person kent/2, programme Music, \
after 6 months, outcome completed
                    """,
                    where={"after": "6 months", "outcome": "completed"},
                    value=1,
                    stands_on=("b",),
                ),
            ),
        ),
    ),
)
