"""People who received support from a service."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

SUPPORT_RECEIVED = Figure(
    name="support_received",
    title="People who received support",
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
            version="received 1",
            sentence="People who received support from a service in the period; each person counts once, "
            "as their force records them. `note` is the service.",
            authority="Clewline: support that was received is more than support that was offered, so it "
            "stays apart.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, service as note
                from safeguarding_supported
            """,
            examples=(
                Example(
                    says="One person with two services counts once; an offer that was taken up is not yet "
                    "support.",
                    given="""
                    a: on 2023-03-01 safeguarding supported T1, force kent, person kent/1, service SafeCall
                    b: on 2023-03-02 safeguarding supported T2, force kent, person kent/1, service Catch22
                    c: on 2023-03-02 safeguarding supported T3, force kent, person kent/2
                    d: on 2023-03-02 safeguarding offered O1, force kent, person kent/3, accepted yes
                    e: on 2023-02-26 safeguarding supported T4, force kent, person kent/4
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Children only; an age that is not recorded is no child's.",
                    given="""
                    a: on 2023-03-01 safeguarding supported T1, force kent, person kent/1, age 17
                    b: on 2023-03-01 safeguarding supported T2, force kent, person kent/2, age 18
                    c: on 2023-03-01 safeguarding supported T3, force kent, person kent/3
                    """,
                    where={"age_group": "child"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
