"""Anything else seized, counted in items."""

from clewline.figures.figure import Definition, Example, Figure

OTHER_ITEMS_SEIZED = Figure(
    name="other_items_seized",
    title="Other items seized",
    unit="items",
    measure="sum",
    group="Money and goods",
    dimensions=("force", "team", "line", "operation", "item"),
    definitions=(
        Definition(
            version="items 1",
            sentence="Items seized in the period that are not drugs, cash, weapons, phones, vehicles or "
            "assets of value, in pieces as the force counted them. `item` is what they were; unlike items "
            "are best read apart.",
            authority="Clewline, from the recorded count; releases name such items one by one.",
            select="""
                select entry_id, subject as unit, day, count as amount, force, team, line, operation, item
                from other_seizure
            """,
            examples=(
                Example(
                    says="Items are added, an exhibit that two forces report once.",
                    given="""
                    a: on 2023-03-01 other seizure X1, force kent, item counterfeit tobacco, count 30
                    b: on 2023-03-01 other seizure X1, force essex, item tobacco, count 28
                    c: on 2023-03-02 other seizure X2, force kent, item dog
                    d: on 2023-02-26 other seizure X3, force kent, item dog, count 4
                    """,
                    value=31,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="One kind of item, after its count was corrected.",
                    given="""
                    a: on 2023-03-01 other seizure X1, force kent, item vape, count 400
                    b: on 2023-03-01 other seizure X1, force kent, item vape, count 40; corrects a because sum
                    c: on 2023-03-01 other seizure X2, force kent, item dog
                    """,
                    where={"item": "vape"},
                    value=40,
                    stands_on=("b",),
                ),
            ),
        ),
    ),
)
