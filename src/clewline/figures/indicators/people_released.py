"""People released from custody without a charge, by how they were released."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

PEOPLE_RELEASED = Figure(
    name="people_released",
    title="People released without a charge",
    unit="people",
    measure="count",
    group="Arrests and charges",
    rank=4,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "note"),
    parts=(
        Part(title="released under investigation", where={"note": "released under investigation"}),
        Part(title="released on bail", where={"note": "released on bail"}),
        Part(title="released without charge", where={"note": "released without charge"}),
    ),
    definitions=(
        Definition(
            version="people 1",
            sentence="People who left custody in the period other than charged, each once, as their force "
            "records them: released under investigation, on bail, or without charge. A person released in "
            "two ways counts in both parts.",
            authority="Clewline, from custody; Essex Police's release on the week of 11 October 2021 has "
            "13 people released under investigation and 3 released, beside 39 charged, of 55 arrests.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, outcome as note
                from release
            """,
            examples=(
                Example(
                    says="Arrested twice and released twice is one person; who was charged is not released.",
                    given="""
                        a: on 2023-03-01 release C1, force kent, person kent/901, arrest C1, \
outcome released under investigation
                        b: on 2023-03-04 release C2, force kent, person kent/901, arrest C2, \
outcome released on bail
                        c: on 2023-03-02 release C3, force kent, person kent/902, arrest C3, \
outcome released without charge
                        d: on 2023-03-02 charge H1, force kent, person kent/903, offence MD71130
                        e: on 2023-02-26 release C4, force kent, person kent/904, arrest C4, \
outcome released without charge
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Bail that was entered as a release under investigation is corrected.",
                    given="""
                        a: on 2023-03-01 release C1, force kent, person kent/901, arrest C1, \
outcome released under investigation
                        b: on 2023-03-01 release C2, force kent, person kent/902, arrest C2, \
outcome released under investigation
                        c: on 2023-03-01 release C2, force kent, person kent/902, arrest C2, \
outcome released on bail; corrects b because bailed
                    """,
                    where={"note": "released under investigation"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
        Definition(
            version="custody 1",
            sentence="Releases from custody in the period other than charged, by custody record: two "
            "forces that report one custody record report one release.",
            authority="Clewline, from the custody reference, so that releases can be set beside arrests, "
            "which are counted so.",
            select=f"""
                select entry_id, arrest as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, outcome as note
                from release
            """,
            examples=(
                Example(
                    says="A joint operation: both forces report the custody record, and the release counts "
                    "once.",
                    given="""
                        a: on 2023-03-01 release C1, force metropolitan, person metropolitan/P1, arrest C1, \
outcome released on bail
                        b: on 2023-03-01 release R9, force kent, person kent/901, arrest C1, \
outcome released on bail
                        c: on 2023-03-02 release C2, force kent, person kent/902, arrest C2, \
outcome released on bail
                        d: on 2023-03-06 release C3, force kent, person kent/903, arrest C3, \
outcome released on bail
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
            ),
        ),
    ),
)
