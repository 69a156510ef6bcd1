"""People reached by engagement events; people engaged for safeguarding, side by side with them."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

PEOPLE_ENGAGED = Figure(
    name="people_engaged",
    title="People engaged",
    unit="people",
    measure="sum",
    group="Engagement",
    rank=1,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "item", "note"),
    parts=(
        Part(title="at school visits", where={"item": "school visit"}),
        Part(title="pupils", where={"note": "pupils"}),
        Part(title="professionals", where={"note": "professionals"}),
    ),
    definitions=(
        Definition(
            version="reached 1",
            sentence="People reached by engagement events in the period, as the force counted them at each "
            "event; someone who came to two events counts twice, and an event without a count adds "
            "nothing. `item` is what the event was, `note` whom it was for.",
            authority="Clewline: releases state the people reached by talks, visits and leaflets, by the "
            "force's own count.",
            select="""
                select entry_id, subject as unit, day, people as amount, force, team, line, operation,
                       cast(null as varchar) as age_group, cast(null as varchar) as sex,
                       nature as item, audience as note
                from engagement
                where people is not null
            """,
            examples=(
                Example(
                    says="One event that two forces report counts once, with the larger number; people "
                    "engaged for safeguarding are not added.",
                    given="""
                    a: on 2023-03-01 engagement G1, force kent, nature session, people 200, audience pupils
                    b: on 2023-03-01 engagement G1, force essex, nature session, people 180
                    c: on 2023-03-02 engagement G2, force kent, nature session, people 12
                    d: on 2023-03-02 engagement G3, force kent, nature leaflet drop
                    e: on 2023-03-02 safeguarding engaged S1, force kent, person kent/1, age 15
                    f: on 2023-03-06 engagement G4, force kent, nature session, people 40
                    """,
                    value=212,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Professionals only; an audience that is not recorded is not assumed.",
                    given="""
                    a: on 2023-03-01 engagement G1, force kent, nature event, people 9, audience professionals
                    b: on 2023-03-01 engagement G2, force kent, nature session, people 25, audience pupils
                    c: on 2023-03-01 engagement G3, force kent, nature session, people 20
                    """,
                    where={"note": "professionals"},
                    value=9,
                    stands_on=("a",),
                ),
            ),
        ),
        Definition(
            version="engaged for safeguarding 1",
            sentence="People engaged with for safeguarding in the period, by name; each person counts "
            "once, as their force records them. It is not yet help, and they are not people safeguarded.",
            authority="National release on the week of 14 to 20 September 2020: 1,551 people engaged for "
            "safeguarding. Clewline keeps them apart from people reached at events and from people helped.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex,
                       cast(null as varchar) as item, cast(null as varchar) as note
                from safeguarding_engaged
            """,
            examples=(
                Example(
                    says="A person engaged twice counts once; people reached at a school are not added.",
                    given="""
                    a: on 2023-03-01 safeguarding engaged S1, force kent, person kent/1, age 15
                    b: on 2023-03-02 safeguarding engaged S2, force kent, person kent/1, age 15
                    c: on 2023-03-02 safeguarding engaged S3, force kent, person kent/2
                    d: on 2023-03-02 engagement G1, force kent, nature school visit, people 200
                    e: on 2023-02-26 safeguarding engaged S4, force kent, person kent/3, age 15
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
            ),
        ),
    ),
)
