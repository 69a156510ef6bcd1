"""Total of the sentences of immediate custody, in years."""

from decimal import Decimal

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

SENTENCE_YEARS_TOTAL = Figure(
    name="sentence_years_total",
    title="Total of prison sentences",
    unit="years",
    measure="sum",
    group="Courts",
    dimensions=("force", "team", "line", "operation", "age_group", "sex"),
    parts=(Part(title="of adults", where={"age_group": "adult"}),),
    definitions=(
        Definition(
            version="immediate custody 1",
            sentence="Years of immediate custody that courts passed in the period, charge by charge, by "
            "the day of the result. Months that run together with another sentence are not added; where it "
            "is not recorded whether they do, they are added.",
            authority="Clewline, from court results: concurrent months lengthen nobody's time in custody. "
            "Releases state totals without saying how they were added.",
            # Ten decimals: thirds of a year stay equal on every engine, and add up to well under a day.
            select=f"""
                select entry_id, charge as unit, day,
                       cast(sentence_months / 12 as decimal(18, 10)) as amount,
                       force, team, line, operation, {AGE_GROUP}, sex
                from court_result
                where result = 'convicted'
                  and sentence_months is not null
                  and not coalesce(concurrent, false)
            """,
            examples=(
                Example(
                    says="Consecutive months are added, concurrent months are not, and one result that two "
                    "forces report counts once.",
                    given="""
                        a: on 2023-03-01 court result H1, force kent, person kent/901, charge H1, \
result convicted, sentence months 54, concurrent no
                        b: on 2023-03-01 court result H1, force essex, person essex/77, charge H1, \
result convicted, sentence months 54, concurrent no
                        c: on 2023-03-01 court result H2, force kent, person kent/901, charge H2, \
result convicted, sentence months 36, concurrent yes
                        d: on 2023-03-02 court result H3, force kent, person kent/902, charge H3, \
result convicted, sentence months 30
                        e: on 2023-03-06 court result H4, force kent, person kent/903, charge H4, \
result convicted, sentence months 60
                    """,
                    value=7,
                    stands_on=("a", "b", "d"),
                ),
                Example(
                    says="A sentence that is not recorded adds nothing and hides nothing else; a mistyped "
                    "one is withdrawn.",
                    given="""
                        a: on 2023-03-01 court result H1, force kent, person kent/901, charge H1, \
result convicted, sentence months 27
                        b: on 2023-03-01 court result H2, force kent, person kent/902, charge H2, \
result convicted
                        c: on 2023-03-01 court result H3, force kent, person kent/903, charge H3, \
result convicted, sentence months 270
                        d: on 2023-03-07 correction H3, withdraws c
                    """,
                    value=Decimal("2.25"),
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
