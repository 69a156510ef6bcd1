"""People about whom a safeguarding investigation or enquiry was opened."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

SAFEGUARDING_INVESTIGATIONS = Figure(
    name="safeguarding_investigations",
    title="People with a safeguarding investigation",
    unit="people",
    measure="count",
    group="Safeguarding",
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "note"),
    parts=(
        Part(title="children", where={"age_group": "child"}),
        Part(title="adults", where={"age_group": "adult"}),
    ),
    definitions=(
        Definition(
            version="people 1",
            sentence="People about whom a safeguarding investigation or enquiry was opened in the period; "
            "each person counts once. `note` is the provision it was opened under, in the words of the "
            "source.",
            authority="NPCC release on the week of 23 to 29 June 2025 names investigations among the ways "
            "of support; counting them in people is Clewline's, so that the ways can be set side by side.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, duty as note
                from safeguarding_enquiry
            """,
            examples=(
                Example(
                    says="Two enquiries about one person count once; being identified opens no enquiry.",
                    given="""
                    a: on 2023-03-01 safeguarding enquiry E1, force kent, person kent/1, age 15, duty s.47
                    b: on 2023-03-04 safeguarding enquiry E2, force kent, person kent/1, age 15
                    c: on 2023-03-04 safeguarding enquiry E3, force kent, person kent/2, age 44, duty s.42
                    d: on 2023-03-04 vulnerability identified V1, force kent, person kent/3, age 15
                    e: on 2023-03-06 safeguarding enquiry E4, force kent, person kent/4, age 15
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="An enquiry entered for the wrong person is put right.",
                    given="""
                    a: on 2023-03-01 safeguarding enquiry E1, force kent, person kent/1
                    b: on 2023-03-01 safeguarding enquiry E2, force kent, person kent/2
                    c: on 2023-03-01 safeguarding enquiry E2, force kent, person kent/1; corrects b because ID
                    """,
                    value=1,
                    stands_on=("a", "c"),
                ),
            ),
        ),
    ),
)
