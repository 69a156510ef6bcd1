"""Knives and other bladed weapons seized."""

from clewline.figures.figure import Definition, Example, Figure, Part

KNIVES_SEIZED = Figure(
    name="knives_seized",
    title="Knives and bladed weapons seized",
    unit="items",
    measure="sum",
    group="Weapons",
    rank=2,
    dimensions=("force", "team", "line", "operation", "weapon"),
    parts=(
        Part(title="knives so named", where={"weapon": "knife"}),
        Part(title="zombie knives", where={"weapon": "zombie knife"}),
    ),
    definitions=(
        Definition(
            version="bladed 1",
            sentence="Knives and other bladed weapons seized in the period, machetes and swords included, "
            "where the force marks them as bladed; they are in the weapons seized too. Those handed in or "
            "found in a sweep are in a figure of their own.",
            authority="Clewline, from the force's mark; national releases state bladed weapons as one "
            "number.",
            select="""
                select entry_id, subject as unit, day, count as amount, force, team, line, operation, weapon
                from weapon_seizure
                where bladed and how = 'seized'
            """,
            examples=(
                Example(
                    says="A machete is bladed, a bat is not; a knife found in a sweep was not seized.",
                    given="""
                    a: on 2023-03-01 weapon seizure X1, force kent, weapon knife, bladed yes, count 3
                    b: on 2023-03-01 weapon seizure X1, force essex, weapon knife, bladed yes, count 3
                    c: on 2023-03-01 weapon seizure X2, force kent, weapon machete, bladed yes
                    d: on 2023-03-01 weapon seizure X3, force kent, weapon bat, bladed no
                    e: on 2023-03-01 weapon seizure X4, force kent, weapon knife, bladed yes, how recovered
                    f: on 2023-03-06 weapon seizure X5, force kent, weapon knife, bladed yes
                    """,
                    value=4,
                    stands_on=("a", "b", "c"),
                ),
            ),
        ),
        Definition(
            version="named apart 1",
            sentence="Knives and other blades seized in the period, without machetes, swords and axes, "
            "which are named apart. Those handed in or found in a sweep are in a figure of their own.",
            authority="Clewline: releases that list machetes, swords and axes by name do not count them "
            "among the knives.",
            select="""
                select entry_id, subject as unit, day, count as amount, force, team, line, operation, weapon
                from weapon_seizure
                where bladed and how = 'seized'
                  and lower(weapon) not like '%machete%'
                  and lower(weapon) not like '%sword%'
                  and lower(weapon) not like '%axe%'
            """,
            examples=(
                Example(
                    says="The zombie knife stays; the machete and the samurai sword are named apart.",
                    given="""
                    a: on 2023-03-01 weapon seizure X1, force kent, weapon zombie knife, bladed yes, count 2
                    b: on 2023-03-01 weapon seizure X2, force kent, weapon machete, bladed yes
                    c: on 2023-03-01 weapon seizure X3, force kent, weapon Samurai sword, bladed yes
                    d: on 2023-03-01 weapon seizure X4, force kent, weapon axe, bladed yes
                    e: on 2023-02-26 weapon seizure X5, force kent, weapon knife, bladed yes
                    """,
                    value=2,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
