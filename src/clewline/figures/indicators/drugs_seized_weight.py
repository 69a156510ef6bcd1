"""Weight of the drugs seized, in kilograms.

Weights are recorded in grams and printed in kilograms, as most releases do. `grams * 0.001` is exact decimal
arithmetic on every engine, where `grams / 1000` is a binary fraction on some.
"""

from datetime import date
from decimal import Decimal

from clewline.figures.figure import Definition, Example, Figure, Part

DRUGS_SEIZED_WEIGHT = Figure(
    name="drugs_seized_weight",
    title="Weight of drugs seized",
    unit="kg",
    measure="sum",
    group="Drugs",
    rank=2,
    dimensions=("force", "team", "line", "operation", "drug", "drug_class"),
    parts=(
        Part(title="Class A", where={"drug_class": "A"}),
        Part(title="Class B", where={"drug_class": "B"}),
        Part(title="Class A and B", where={"drug_class": "A+B"}),
        Part(title="cocaine", where={"drug": "cocaine"}),
        Part(title="crack cocaine", where={"drug": "crack cocaine"}),
        Part(title="heroin", where={"drug": "heroin"}),
        Part(title="cannabis", where={"drug": "cannabis"}),
    ),
    definitions=(
        Definition(
            version="weighed 1",
            sentence="Weight in kilograms of the drugs seized in the period, of every exhibit that was "
            "weighed; wraps, plants and tablets that were only counted are in another figure. The class is "
            "the drug's on the day.",
            authority="Clewline, from the recorded weight; releases state kilograms by class and by drug. "
            "The class is from the dated reference list.",
            select="""
                select seizure.entry_id, seizure.subject as unit, seizure.day,
                       cast(seizure.grams * 0.001 as decimal(18, 7)) as amount,
                       seizure.force, seizure.team, seizure.line, seizure.operation,
                       seizure.drug, listed."class" as drug_class
                from drug_seizure as seizure
                left join drug_class_list as listed
                  on listed.drug = seizure.drug
                 and seizure.day between listed.valid_from and listed.valid_to
                where seizure.grams is not null
            """,
            examples=(
                Example(
                    says="One exhibit that two forces weighed counts once, at the larger weight; one that "
                    "was only counted has no weight.",
                    given="""
                        a: on 2023-03-01 drug seizure X1, force kent, drug heroin, grams 8.1
                        b: on 2023-03-01 drug seizure X1, force metropolitan, drug heroin, grams 8
                        c: on 2023-03-02 drug seizure X2, force kent, drug cannabis, grams 1500.05
                        d: on 2023-03-02 drug seizure X3, force kent, drug heroin, count 40, counted in wraps
                        e: on 2023-03-06 drug seizure X4, force kent, drug cocaine, grams 900
                    """,
                    value=Decimal("1.50815"),
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Class B only; a drug that is not on the list has no class.",
                    given="""
                        a: on 2023-03-01 drug seizure X1, force kent, drug cannabis, grams 1500
                        b: on 2023-03-01 drug seizure X2, force kent, drug heroin, grams 700
                        c: on 2023-03-01 drug seizure X3, force kent, drug unknown powder, grams 300
                    """,
                    where={"drug_class": "B"},
                    value=Decimal("1.5"),
                    stands_on=("a",),
                ),
                Example(
                    says="A drug has the class of its day: cannabis was Class C in March 2005.",
                    given="""
                        a: on 2005-03-01 drug seizure X1, force kent, drug cannabis, grams 1500
                        b: on 2005-03-01 drug seizure X2, force kent, drug amphetamine, grams 250
                    """,
                    period=(date(2005, 3, 1), date(2005, 3, 7)),
                    where={"drug_class": "B"},
                    value=Decimal("0.25"),
                    stands_on=("b",),
                ),
            ),
        ),
    ),
)
