"""Imitation firearms seized."""

from clewline.figures.figure import Definition, Example, Figure

IMITATION_FIREARMS_SEIZED = Figure(
    name="imitation_firearms_seized",
    title="Imitation firearms seized",
    unit="items",
    measure="sum",
    group="Weapons",
    rank=4,
    dimensions=("force", "team", "line", "operation", "weapon"),
    definitions=(
        Definition(
            version="imitations 1",
            sentence="Imitation firearms seized in the period; they are never counted as firearms. "
            "`weapon` is what they imitate.",
            authority="Clewline: most releases that state imitations state them apart from firearms.",
            select="""
                select entry_id, subject as unit, day, count as amount, force, team, line, operation,
                       firearm as weapon
                from firearm_seizure
                where imitation
            """,
            examples=(
                Example(
                    says="Imitations are added, an exhibit that two forces report once; a gun whose file "
                    "says nothing of imitation is a firearm.",
                    given="""
                    a: on 2023-03-01 firearm seizure X1, force kent, firearm handgun, imitation yes, count 2
                    b: on 2023-03-01 firearm seizure X1, force essex, firearm handgun, imitation yes
                    c: on 2023-03-02 firearm seizure X2, force kent, firearm BB gun, imitation yes
                    d: on 2023-03-02 firearm seizure X3, force kent, firearm handgun
                    e: on 2023-02-26 firearm seizure X4, force kent, firearm handgun, imitation yes
                    """,
                    value=3,
                    stands_on=("a", "b", "c"),
                ),
            ),
        ),
    ),
)
