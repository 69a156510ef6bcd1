"""Drugs that were counted in pieces: wraps; and, each in its own unit, plants, tablets, bags and bundles.

Pieces of different kinds are never added: the figure is the wraps, and the other kinds are rows beside it.
"""

from clewline.figures.figure import Definition, Example, Figure, Part

DRUGS_SEIZED_COUNT = Figure(
    name="drugs_seized_count",
    title="Wraps of drugs seized",
    unit="wraps",
    measure="sum",
    group="Drugs",
    rank=3,
    dimensions=("force", "team", "line", "operation", "item", "drug", "drug_class"),
    where={"item": "wraps"},
    parts=(
        Part(title="wraps of cocaine", where={"drug": "cocaine"}),
        Part(title="wraps of crack cocaine", where={"drug": "crack cocaine"}),
        Part(title="wraps of heroin", where={"drug": "heroin"}),
        Part(title="cannabis plants", where={"item": "plants", "drug": "cannabis"}, unit="plants"),
        Part(title="tablets", where={"item": "tablets"}, unit="tablets"),
        Part(title="tablets of MDMA", where={"item": "tablets", "drug": "MDMA"}, unit="tablets"),
        Part(title="bags", where={"item": "bags"}, unit="bags"),
        Part(title="bundles", where={"item": "bundles"}, unit="bundles"),
    ),
    definitions=(
        Definition(
            version="pieces 1",
            sentence="Pieces of drugs seized in the period that were counted: wraps, or plants, tablets, "
            "bags and bundles in rows of their own, since unlike pieces do not add up. An exhibit whose "
            "pieces are of no recorded kind is in none of the rows.",
            authority="Clewline, from the recorded count; releases state wraps, plants and tablets apart. "
            "The class is from the dated reference list.",
            select="""
                select seizure.entry_id, seizure.subject as unit, seizure.day, seizure.count as amount,
                       seizure.force, seizure.team, seizure.line, seizure.operation,
                       seizure.counted_in as item, seizure.drug, listed."class" as drug_class
                from drug_seizure as seizure
                left join drug_class_list as listed
                  on listed.drug = seizure.drug
                 and seizure.day between listed.valid_from and listed.valid_to
                where seizure.count is not null
            """,
            examples=(
                Example(
                    says="Wraps are added, each exhibit once; plants, and pieces of no recorded kind, are "
                    "not.",
                    given="""
                    a: on 2023-03-01 drug seizure X1, force kent, drug heroin, count 40, counted in wraps
                    b: on 2023-03-01 drug seizure X1, force essex, drug heroin, count 38, counted in wraps
                    c: on 2023-03-02 drug seizure X2, force kent, drug cocaine, count 60, counted in wraps
                    d: on 2023-03-02 drug seizure X3, force kent, drug cannabis, count 199, counted in plants
                    e: on 2023-03-02 drug seizure X4, force kent, drug heroin, count 7
                    f: on 2023-03-02 drug seizure X5, force kent, drug heroin, grams 7, counted in wraps
                    g: on 2023-03-06 drug seizure X6, force kent, drug heroin, count 5, counted in wraps
                    """,
                    value=100,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Cannabis plants, in the row of their own.",
                    given="""
                    a: on 2023-03-01 drug seizure X1, force kent, drug cannabis, count 199, counted in plants
                    b: on 2023-03-01 drug seizure X2, force kent, drug cannabis, count 12, counted in bags
                    c: on 2023-03-01 drug seizure X3, force kent, drug heroin, count 40, counted in wraps
                    """,
                    where={"item": "plants", "drug": "cannabis"},
                    value=199,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
