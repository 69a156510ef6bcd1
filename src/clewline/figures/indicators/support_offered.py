"""People who were offered support. An offer may be declined."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

SUPPORT_OFFERED = Figure(
    name="support_offered",
    title="People offered support",
    unit="people",
    measure="count",
    group="Safeguarding",
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "note"),
    parts=(
        Part(title="who took it up", where={"note": "taken up"}),
        Part(title="who declined it", where={"note": "declined"}),
    ),
    definitions=(
        Definition(
            version="offered 1",
            sentence="People who were offered support in the period, whether or not they took it up; each "
            "person counts once, as their force records them. `note` is what came of the offer.",
            authority="Clewline: releases say `offered` beside `safeguarded` and mean less, so it stays "
            "apart.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex,
                       case when accepted then 'taken up' when not accepted then 'declined' end as note
                from safeguarding_offered
            """,
            examples=(
                Example(
                    says="A second offer to one person counts once; support received is another figure.",
                    given="""
                        a: on 2023-03-01 safeguarding offered O1, force kent, person kent/1, accepted no
                        b: on 2023-03-03 safeguarding offered O2, force kent, person kent/1, accepted yes
                        c: on 2023-03-03 safeguarding offered O3, force kent, person kent/2
                        d: on 2023-03-03 safeguarding supported T1, force kent, person kent/3
                        e: on 2023-03-06 safeguarding offered O4, force kent, person kent/4, accepted yes
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="An offer whose outcome is not recorded is neither taken up nor declined.",
                    given="""
                        a: on 2023-03-01 safeguarding offered O1, force kent, person kent/1, accepted no
                        b: on 2023-03-01 safeguarding offered O2, force kent, person kent/2, accepted yes
                        c: on 2023-03-01 safeguarding offered O3, force kent, person kent/3
                    """,
                    where={"note": "declined"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
