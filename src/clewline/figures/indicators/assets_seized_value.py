"""Value of goods seized or restrained, other than cash, drugs and vehicles."""

from clewline.figures.figure import Definition, Example, Figure, Part

ASSETS_SEIZED_VALUE = Figure(
    name="assets_seized_value",
    title="Value of assets seized",
    unit="GBP",
    measure="sum",
    group="Money and goods",
    rank=2,
    dimensions=("force", "team", "line", "operation", "item"),
    parts=(
        Part(title="designer clothing", where={"item": "designer clothing"}),
        Part(title="designer watches", where={"item": "designer watch"}),
    ),
    definitions=(
        Definition(
            version="force estimate 1",
            sentence="Estimated value in pounds of goods seized or restrained in the period, other than "
            "cash, drugs and vehicles, as the force estimated each exhibit. `item` is what it was.",
            authority="Clewline: releases state the force's own estimate.",
            select="""
                select entry_id, subject as unit, day, value_gbp as amount, force, team, line, operation, item
                from asset_seizure
            """,
            examples=(
                Example(
                    says="An exhibit that two forces report counts once, at the larger estimate; cash is "
                    "not among the goods.",
                    given="""
                    a: on 2023-03-01 asset seizure X1, force kent, item designer watch, value gbp 8000
                    b: on 2023-03-01 asset seizure X1, force essex, item watch, value gbp 7500
                    c: on 2023-03-02 asset seizure X2, force kent, item designer clothing, value gbp 500
                    d: on 2023-03-02 cash seizure X3, force kent, currency GBP, amount 900
                    e: on 2023-02-26 asset seizure X4, force kent, item designer watch, value gbp 4000
                    """,
                    value=8500,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="The watch was a copy: the first estimate is withdrawn, and clothing stays as it "
                    "was.",
                    given="""
                    a: on 2023-03-01 asset seizure X1, force kent, item designer watch, value gbp 8000
                    b: on 2023-03-01 asset seizure X1, force kent, item designer watch, value gbp 40
                    d: on 2023-03-07 correction X1, withdraws a
                    c: on 2023-03-01 asset seizure X2, force kent, item designer clothing, value gbp 500
                    """,
                    value=540,
                    stands_on=("b", "c"),
                ),
            ),
        ),
    ),
)
