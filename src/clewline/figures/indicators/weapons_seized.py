"""Weapons seized: without firearms, and, side by side, with them."""

from clewline.figures.figure import Definition, Example, Figure, Part

WEAPONS_SEIZED = Figure(
    name="weapons_seized",
    title="Weapons seized",
    unit="items",
    measure="sum",
    group="Weapons",
    rank=1,
    dimensions=("force", "team", "line", "operation", "weapon", "how"),
    where={"how": "seized"},
    parts=(
        Part(title="machetes", where={"weapon": "machete"}),
        Part(title="swords", where={"weapon": "sword+samurai sword"}),
        Part(title="axes", where={"weapon": "axe"}),
        Part(title="knuckledusters", where={"weapon": "knuckleduster"}),
        Part(title="surrendered or recovered, not seized", where={"how": "surrendered+recovered"}),
    ),
    definitions=(
        Definition(
            version="other than firearms 1",
            sentence="Weapons other than firearms seized in the period: knives, machetes, swords and "
            "others. Weapons handed in or found in a sweep are in a row of their own.",
            authority="Metropolitan Police, results of the week of 27 February to 5 March 2023: 5 "
            "firearms, and 51 weapons such as knives, machetes and swords.",
            select="""
                select entry_id, subject as unit, day, count as amount,
                       force, team, line, operation, weapon, how
                from weapon_seizure
            """,
            examples=(
                Example(
                    says="Weapons of all kinds are added, an exhibit that two forces report once; a "
                    "firearm is none of them, and a knife handed in was not seized.",
                    given="""
                    a: on 2023-03-01 weapon seizure X1, force kent, weapon knife, bladed yes, count 3
                    b: on 2023-03-01 weapon seizure X1, force essex, weapon knife, bladed yes, count 2
                    c: on 2023-03-01 weapon seizure X2, force kent, weapon knuckleduster, bladed no
                    d: on 2023-03-02 firearm seizure X3, force kent, firearm handgun
                    e: on 2023-03-02 weapon seizure X4, force kent, weapon knife, bladed yes, how surrendered
                    f: on 2023-03-06 weapon seizure X5, force kent, weapon machete, bladed yes
                    """,
                    value=4,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Weapons handed in or found in a sweep, in the row of their own.",
                    given="""
                    a: on 2023-03-01 weapon seizure X1, force kent, weapon knife, bladed yes, how surrendered
                    b: on 2023-03-01 weapon seizure X2, force kent, weapon bat, bladed no, how recovered
                    c: on 2023-03-01 weapon seizure X3, force kent, weapon knife, bladed yes
                    """,
                    where={"how": "surrendered+recovered"},
                    value=2,
                    stands_on=("a", "b"),
                ),
            ),
        ),
        Definition(
            version="with firearms 1",
            sentence="Weapons seized in the period, firearms included; imitation firearms are not. Weapons "
            "handed in or found in a sweep are in a row of their own.",
            authority="NPCC release on the week of 4 to 10 March 2024: its 557 weapons include 75 "
            "firearms. Leaving imitations out is Clewline's: no release seen says whether they are in such "
            "a total.",
            select="""
                select entry_id, subject as unit, day, count as amount,
                       force, team, line, operation, weapon, how
                from weapon_seizure
                union all
                select entry_id, subject as unit, day, count as amount, force, team, line, operation,
                       firearm as weapon, 'seized' as how
                from firearm_seizure
                where not imitation
            """,
            examples=(
                Example(
                    says="The handgun is added to the knives; the imitation is not.",
                    given="""
                    a: on 2023-03-01 weapon seizure X1, force kent, weapon knife, bladed yes, count 3
                    b: on 2023-03-02 firearm seizure X2, force kent, firearm handgun, count 2
                    c: on 2023-03-02 firearm seizure X3, force kent, firearm handgun, imitation yes
                    d: on 2023-03-02 weapon seizure X4, force kent, weapon knife, bladed yes, how recovered
                    e: on 2023-02-26 firearm seizure X5, force kent, firearm shotgun
                    """,
                    value=5,
                    stands_on=("a", "b"),
                ),
            ),
        ),
    ),
)
