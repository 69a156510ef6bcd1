"""Number of drug seizures, whatever their weight."""

from datetime import date

from clewline.figures.figure import Definition, Example, Figure, Part

DRUG_SEIZURES = Figure(
    name="drug_seizures",
    title="Drug seizures",
    unit="seizures",
    measure="count",
    group="Drugs",
    dimensions=("force", "team", "line", "operation", "drug", "drug_class"),
    parts=(
        Part(title="of Class A drugs", where={"drug_class": "A"}),
        Part(title="of Class B drugs", where={"drug_class": "B"}),
    ),
    definitions=(
        Definition(
            version="exhibits 1",
            sentence="Seizures of drugs in the period, one for each exhibit, whether or not it was "
            "weighed; an exhibit that two forces report counts once. The class is the drug's on the day of "
            "the seizure.",
            authority="Clewline, from the exhibit reference; British Transport Police state drug seizures "
            "(54 in the week of 4 March 2024) and do not say whether one may hold several exhibits.",
            select="""
                select seizure.entry_id, seizure.subject as unit, seizure.day, 1 as amount,
                       seizure.force, seizure.team, seizure.line, seizure.operation,
                       seizure.drug, listed."class" as drug_class
                from drug_seizure as seizure
                left join drug_class_list as listed
                  on listed.drug = seizure.drug
                 and seizure.day >= listed.valid_from
                 and seizure.day <= coalesce(listed.valid_to, date '9999-12-31')
            """,
            examples=(
                Example(
                    says="An exhibit that two forces report counts once; one not yet weighed counts, and "
                    "so does a substance that the reference list lacks.",
                    given="""
                        a: on 2023-03-01 drug seizure X1, force btp, drug heroin, grams 12
                        b: on 2023-03-01 drug seizure X1, force kent, drug heroin, grams 11.8
                        c: on 2023-03-02 drug seizure X2, force btp, drug cannabis
                        d: on 2023-03-02 drug seizure X3, force btp, drug brown powder, grams 3
                        e: on 2023-03-06 drug seizure X4, force btp, drug heroin, grams 40
                    """,
                    value=3,
                    stands_on=("a", "b", "c", "d"),
                ),
                Example(
                    says="Class A: an exhibit proves to be no heroin but cannabis, and is corrected.",
                    given="""
                        a: on 2023-03-01 drug seizure X1, force btp, drug heroin, grams 12
                        b: on 2023-03-01 drug seizure X2, force btp, drug heroin, grams 5
                        c: on 2023-03-01 drug seizure X2, force btp, drug cannabis, grams 5; \
corrects b because lab
                    """,
                    where={"drug_class": "A"},
                    value=1,
                    stands_on=("a",),
                ),
                Example(
                    says="The class is dated: cannabis seized in 2008, when it was Class C, is not Class B.",
                    given="""
                        a: on 2008-03-03 drug seizure X1, force btp, drug cannabis, grams 12
                        b: on 2009-03-02 drug seizure X2, force btp, drug cannabis, grams 5
                    """,
                    period=(date(2008, 1, 1), date(2009, 12, 31)),
                    where={"drug_class": "B"},
                    value=1,
                    stands_on=("b",),
                ),
            ),
        ),
    ),
)
