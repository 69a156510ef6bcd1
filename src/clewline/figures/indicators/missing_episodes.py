"""Times that people were missing."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

MISSING_EPISODES = Figure(
    name="missing_episodes",
    title="Missing episodes",
    unit="episodes",
    measure="count",
    group="Protection",
    rank=8,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "note"),
    parts=(
        Part(title="of children", where={"age_group": "child"}),
        Part(title="of adults", where={"age_group": "adult"}),
    ),
    definitions=(
        Definition(
            version="episodes 1",
            sentence="Times that a person was missing, each once by its reference, on the day on which they were "
            "found, or reported missing where they have not been. `note` is the area in which they were found.",
            authority="Clewline, from the reference of the episode.",
            select=f"""
                select entry_id, subject as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, found_in as note
                from missing_episode
            """,
            examples=(
                Example(
                    says="A child missing twice is two episodes; one that two forces report is one.",
                    given="""
                        a: on 2023-02-28 missing episode M1, force kent, person kent/1, age 14, found yes
                        b: on 2023-03-03 missing episode M2, force kent, person kent/1, age 14, found no
                        c: on 2023-03-03 missing episode M2, force essex, person essex/4, age 14, found yes
                        d: on 2023-03-06 missing episode M3, force kent, person kent/2, age 15, found yes
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
            ),
        ),
    ),
)
