"""Estimated street value of the drugs seized."""

from decimal import Decimal

from clewline.figures.figure import Definition, Example, Figure, Part

DRUGS_SEIZED_VALUE = Figure(
    name="drugs_seized_value",
    title="Value of drugs seized",
    unit="GBP",
    measure="sum",
    group="Drugs",
    rank=1,
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
            version="force estimate 1",
            sentence="Estimated street value in pounds of the drugs seized in the period, as the force "
            "estimated each exhibit; an exhibit without an estimate adds nothing. The class is the drug's "
            "on the day.",
            authority="Clewline: releases state the force's own estimate, by no published price list. The "
            "class is from the dated reference list.",
            select="""
                select seizure.entry_id, seizure.subject as unit, seizure.day, seizure.value_gbp as amount,
                       seizure.force, seizure.team, seizure.line, seizure.operation,
                       seizure.drug, listed."class" as drug_class
                from drug_seizure as seizure
                left join drug_class_list as listed
                  on listed.drug = seizure.drug
                 and seizure.day between listed.valid_from and listed.valid_to
                where seizure.value_gbp is not null
            """,
            examples=(
                Example(
                    says="An exhibit that two forces report counts once, at the larger estimate; one "
                    "without an estimate adds nothing.",
                    given="""
                        a: on 2023-03-01 drug seizure X1, force kent, drug heroin, value gbp 1200.50
                        b: on 2023-03-01 drug seizure X1, force metropolitan, drug heroin, value gbp 1000
                        c: on 2023-03-02 drug seizure X2, force kent, drug cannabis, value gbp 300
                        d: on 2023-03-02 drug seizure X3, force kent, drug cocaine, grams 40
                        e: on 2023-03-06 drug seizure X4, force kent, drug cocaine, value gbp 900
                    """,
                    value=Decimal("1500.50"),
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Class A only: crack cocaine and heroin, not cannabis.",
                    given="""
                        a: on 2023-03-01 drug seizure X1, force kent, drug heroin, value gbp 1200
                        b: on 2023-03-01 drug seizure X2, force kent, drug crack cocaine, value gbp 800
                        c: on 2023-03-01 drug seizure X3, force kent, drug cannabis, value gbp 5000
                    """,
                    where={"drug_class": "A"},
                    value=2000,
                    stands_on=("a", "b"),
                ),
            ),
        ),
    ),
)
