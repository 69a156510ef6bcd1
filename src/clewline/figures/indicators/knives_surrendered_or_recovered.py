"""Knives and other bladed weapons handed in, or found in a sweep."""

from clewline.figures.figure import Definition, Example, Figure, Part

KNIVES_SURRENDERED_OR_RECOVERED = Figure(
    name="knives_surrendered_or_recovered",
    title="Knives surrendered or recovered",
    unit="items",
    measure="sum",
    group="Weapons",
    dimensions=("force", "team", "line", "operation", "weapon", "how"),
    parts=(
        Part(title="surrendered", where={"how": "surrendered"}),
        Part(title="recovered in sweeps", where={"how": "recovered"}),
    ),
    definitions=(
        Definition(
            version="bladed 1",
            sentence="Knives and other bladed weapons, machetes and swords included, that were handed in "
            "or found in a sweep in the period. They are not counted as seized.",
            authority="Clewline, from the force's mark; releases state knives from amnesty bins and sweeps "
            "apart from seizures.",
            select="""
                select entry_id, subject as unit, day, count as amount,
                       force, team, line, operation, weapon, how
                from weapon_seizure
                where bladed and how in ('surrendered', 'recovered')
            """,
            examples=(
                Example(
                    says="Handed in and found are added; a knife seized and a bat handed in are not.",
                    given="""
                    a: on 2023-03-01 weapon seizure X1, force kent, weapon knife, bladed yes, count 40, \
how surrendered
                    b: on 2023-03-02 weapon seizure X2, force kent, weapon machete, bladed yes, how recovered
                    c: on 2023-03-02 weapon seizure X2, force essex, weapon machete, bladed yes, how recovered
                    d: on 2023-03-02 weapon seizure X3, force kent, weapon knife, bladed yes
                    e: on 2023-03-02 weapon seizure X4, force kent, weapon bat, bladed no, how surrendered
                    f: on 2023-03-06 weapon seizure X5, force kent, weapon knife, bladed yes, how recovered
                    """,
                    value=41,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Surrendered only.",
                    given="""
                    a: on 2023-03-01 weapon seizure X1, force kent, weapon knife, bladed yes, how surrendered
                    b: on 2023-03-01 weapon seizure X2, force kent, weapon knife, bladed yes, how recovered
                    """,
                    where={"how": "surrendered"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
