"""Children helped: people safeguarded who were under 18 at the event."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part
from clewline.figures.indicators.people_safeguarded import HELPED

CHILDREN_SAFEGUARDED = Figure(
    name="children_safeguarded",
    title="Children safeguarded",
    unit="people",
    measure="count",
    group="Safeguarding",
    rank=2,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "note"),
    parts=(
        Part(title="girls", where={"sex": "female"}),
        Part(title="boys", where={"sex": "male"}),
    ),
    definitions=(
        Definition(
            version="helped 1",
            sentence="Children, under 18 on the day of the event, who were helped in the period by a "
            "referral, a strategy meeting, a safety plan or a safeguarding investigation. A person whose "
            "age is not recorded is in neither this figure nor the adults', so the two need not add up to "
            "the people safeguarded.",
            authority="NPCC release on the week of 23 to 29 June 2025, which states children and adults "
            "apart.",
            select=f"""
                with helped as ({HELPED})
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, note
                from helped
                where age < 18
            """,
            examples=(
                Example(
                    says="Seventeen is a child, eighteen is not, and an age that is not recorded is neither.",
                    given="""
                    a: on 2023-02-28 safeguarding referral R1, force kent, person kent/1, age 17
                    b: on 2023-03-01 safety plan P1, force kent, person kent/1, age 17
                    c: on 2023-03-01 strategy meeting S1, force kent, person kent/2, age 18
                    d: on 2023-03-01 safeguarding enquiry E1, force kent, person kent/3
                    e: on 2023-02-26 safeguarding enquiry E2, force kent, person kent/4, age 12
                    """,
                    value=1,
                    stands_on=("a", "b"),
                ),
                Example(
                    says="The age is corrected, and the adult is no longer counted as a child.",
                    given="""
                    a: on 2023-03-01 strategy meeting S1, force kent, person kent/1, age 15
                    b: on 2023-03-01 safety plan P1, force kent, person kent/2, age 16
                    c: on 2023-03-01 safety plan P1, force kent, person kent/2, age 26; corrects b because age
                    """,
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
