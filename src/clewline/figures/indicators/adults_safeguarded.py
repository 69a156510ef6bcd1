"""Adults helped: people safeguarded who were 18 or over at the event."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part
from clewline.figures.indicators.people_safeguarded import HELPED

ADULTS_SAFEGUARDED = Figure(
    name="adults_safeguarded",
    title="Adults safeguarded",
    unit="people",
    measure="count",
    group="Safeguarding",
    rank=3,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "note"),
    parts=(
        Part(title="women", where={"sex": "female"}),
        Part(title="men", where={"sex": "male"}),
    ),
    definitions=(
        Definition(
            version="helped 1",
            sentence="Adults, 18 or over on the day of the event, who were helped in the period by a "
            "referral, a strategy meeting, a safety plan or a safeguarding investigation. A person whose "
            "age is not recorded is in neither this figure nor the children's, so the two need not add up "
            "to the people safeguarded.",
            authority="NPCC release on the week of 23 to 29 June 2025, which states children and adults "
            "apart.",
            select=f"""
                with helped as ({HELPED})
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, note
                from helped
                where age >= 18
            """,
            examples=(
                Example(
                    says="Eighteen is an adult, seventeen is not, and an age that is not recorded is "
                    "neither.",
                    given="""
                        a: on 2023-02-28 safeguarding referral R1, force kent, person kent/1, age 18
                        b: on 2023-03-01 safeguarding enquiry E1, force kent, person kent/2, age 63
                        c: on 2023-03-01 strategy meeting S1, force kent, person kent/3, age 17
                        d: on 2023-03-01 safety plan P1, force kent, person kent/4
                    """,
                    value=2,
                    stands_on=("a", "b"),
                ),
                Example(
                    says="A person helped before and after an eighteenth birthday counts as an adult by "
                    "what came after.",
                    given="""
                        a: on 2023-02-28 safeguarding referral R1, force kent, person kent/1, age 17
                        b: on 2023-03-02 safety plan P1, force kent, person kent/1, age 18
                    """,
                    value=1,
                    stands_on=("b",),
                ),
            ),
        ),
    ),
)
