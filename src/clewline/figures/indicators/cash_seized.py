"""Cash seized: pounds; and, each in its own unit, other currencies, which are never converted."""

from decimal import Decimal

from clewline.figures.figure import Definition, Example, Figure, Part

CASH_SEIZED = Figure(
    name="cash_seized",
    title="Cash seized",
    unit="GBP",
    measure="sum",
    group="Money and goods",
    rank=1,
    dimensions=("force", "team", "line", "operation", "currency"),
    where={"currency": "GBP"},
    parts=(
        Part(title="in euros", where={"currency": "EUR"}, unit="EUR"),
        Part(title="in US dollars", where={"currency": "USD"}, unit="USD"),
    ),
    definitions=(
        Definition(
            version="pounds 1",
            sentence="Cash seized in the period, in pounds; other currencies are not converted, and stand "
            "in rows of their own.",
            authority="Clewline, from the recorded amount and currency; releases state other currencies "
            "apart.",
            select="""
                select entry_id, subject as unit, day, amount, force, team, line, operation, currency
                from cash_seizure
            """,
            examples=(
                Example(
                    says="An exhibit that two forces report counts once, at the larger amount; euros are "
                    "not pounds.",
                    given="""
                    a: on 2023-03-01 cash seizure X1, force kent, currency GBP, amount 1284.88
                    b: on 2023-03-01 cash seizure X1, force metropolitan, currency GBP, amount 1284
                    c: on 2023-03-02 cash seizure X2, force kent, currency GBP, amount 500
                    d: on 2023-03-02 cash seizure X3, force kent, currency EUR, amount 451000
                    e: on 2023-03-06 cash seizure X4, force kent, currency GBP, amount 900
                    """,
                    value=Decimal("1784.88"),
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Euros, in the row of their own.",
                    given="""
                    a: on 2023-03-01 cash seizure X1, force kent, currency GBP, amount 1284
                    b: on 2023-03-02 cash seizure X2, force kent, currency EUR, amount 450
                    c: on 2023-03-02 cash seizure X3, force kent, currency USD, amount 20
                    """,
                    where={"currency": "EUR"},
                    value=450,
                    stands_on=("b",),
                ),
                Example(
                    says="The cash was counted again and the first count withdrawn: a larger amount does "
                    "not outlive that.",
                    given="""
                    a: on 2023-03-01 cash seizure X1, force kent, currency GBP, amount 12840
                    b: on 2023-03-01 cash seizure X1, force kent, currency GBP, amount 1284
                    d: on 2023-03-07 correction X1, withdraws a
                    c: on 2023-03-01 cash seizure X2, force kent, currency GBP, amount 16
                    """,
                    value=1300,
                    stands_on=("b", "c"),
                ),
            ),
        ),
    ),
)
