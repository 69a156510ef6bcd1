"""Firearms seized, without imitations."""

from clewline.figures.figure import Definition, Example, Figure

FIREARMS_SEIZED = Figure(
    name="firearms_seized",
    title="Firearms seized",
    unit="items",
    measure="sum",
    group="Weapons",
    rank=3,
    dimensions=("force", "team", "line", "operation", "weapon"),
    definitions=(
        Definition(
            version="without imitations 1",
            sentence="Firearms seized in the period; imitations are in a figure of their own. `weapon` is "
            "the kind of firearm.",
            authority="Clewline: some releases state imitations apart and one counts them in; apart, "
            "either number can be had.",
            select="""
                select entry_id, subject as unit, day, count as amount, force, team, line, operation,
                       firearm as weapon
                from firearm_seizure
                where not imitation
            """,
            examples=(
                Example(
                    says="Firearms are added, an exhibit that two forces report once; an imitation and a "
                    "knife are no firearms.",
                    given="""
                        a: on 2023-03-01 firearm seizure X1, force kent, firearm shotgun, count 2
                        b: on 2023-03-01 firearm seizure X1, force essex, firearm shotgun, count 2
                        c: on 2023-03-02 firearm seizure X2, force kent, firearm handgun
                        d: on 2023-03-02 firearm seizure X3, force kent, firearm handgun, imitation yes
                        e: on 2023-03-02 weapon seizure X4, force kent, weapon knife, bladed yes
                        f: on 2023-03-06 firearm seizure X5, force kent, firearm handgun
                        """,
                    value=3,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="An expert finds that the gun is an imitation: the first entry is withdrawn.",
                    given="""
                        a: on 2023-03-01 firearm seizure X1, force kent, firearm handgun
                        b: on 2023-03-01 firearm seizure X1, force kent, firearm handgun, imitation yes
                        d: on 2023-03-07 correction X1, withdraws a
                        c: on 2023-03-01 firearm seizure X2, force kent, firearm shotgun
                        """,
                    value=1,
                    stands_on=("c",),
                ),
            ),
        ),
    ),
)
