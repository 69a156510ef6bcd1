"""Phones seized."""

from clewline.figures.figure import Definition, Example, Figure, Part

PHONES_SEIZED = Figure(
    name="phones_seized",
    title="Phones seized",
    unit="items",
    measure="sum",
    group="Phones and vehicles",
    rank=1,
    dimensions=("force", "team", "line", "operation", "item"),
    parts=(Part(title="deal line handsets", where={"item": "deal line handset"}),),
    definitions=(
        Definition(
            version="handsets 1",
            sentence="Handsets seized in the period; `item` says whether a handset carried the number of a "
            "line, where that is recorded. A seized handset is no closed line.",
            authority="Clewline, from the recorded count; releases say phones, handsets or devices.",
            select="""
                select entry_id, subject as unit, day, count as amount, force, team, line, operation,
                       case when deal_line then 'deal line handset'
                            when not deal_line then 'other handset' end as item
                from phone_seizure
            """,
            examples=(
                Example(
                    says="Handsets are added, an exhibit that two forces report once.",
                    given="""
                        a: on 2023-03-01 phone seizure X1, force kent, count 3, deal line no
                        b: on 2023-03-01 phone seizure X1, force essex, count 2
                        c: on 2023-03-02 phone seizure X2, force kent, deal line yes
                        d: on 2023-03-06 phone seizure X3, force kent, count 5
                    """,
                    value=4,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Deal line handsets only; not recorded is not one.",
                    given="""
                        a: on 2023-03-01 phone seizure X1, force kent, deal line yes
                        b: on 2023-03-01 phone seizure X2, force kent, deal line no
                        c: on 2023-03-01 phone seizure X3, force kent
                    """,
                    where={"item": "deal line handset"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
