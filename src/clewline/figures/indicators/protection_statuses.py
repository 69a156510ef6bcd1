"""People of whom a named person said whether they are a possible victim, a victim, or of no recorded concern."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

PROTECTION_STATUSES = Figure(
    name="protection_statuses",
    title="People with a protection status",
    unit="people",
    measure="count",
    group="Protection",
    rank=2,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "status"),
    parts=(
        Part(title="possible victims", where={"status": "possible victim"}),
        Part(title="victims", where={"status": "victim"}),
        Part(title="of no recorded concern", where={"status": "no concern recorded"}),
    ),
    definitions=(
        Definition(
            version="said 1",
            sentence="People of whom a named person said in the period what they are: a possible victim, a "
            "victim, or of no recorded concern. Each person counts once, as their force records them, and "
            "once in each part that was said of them in the period, so that parts need not add up. Whoever "
            "is treated as a possible victim by default, and of whom nobody said so, is not counted.",
            authority="Clewline: a status is an entry with a name on it, and is never worked out.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, status
                from protection_status
            """,
            examples=(
                Example(
                    says="A child who was a possible victim, and then a victim, is one person; an indicator "
                    "alone is no status.",
                    given="""
                        a: on 2023-02-28 protection status S1, force kent, person kent/1, age 15, \
status possible victim, said by Ash, reason found with a deal line
                        b: on 2023-03-02 protection status S2, force kent, person kent/1, age 15, \
status victim, said by Ash, reason decided
                        c: on 2023-03-02 protection status S3, force kent, person kent/2, \
status no concern recorded, said by Ash, reason explained
                        d: on 2023-03-02 indicator observed I1, force kent, person kent/3, \
indicator several_phones, observed by Ash, basis seen
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Victims only.",
                    given="""
                        a: on 2023-02-28 protection status S1, force kent, person kent/1, \
status possible victim, said by Ash, reason found with a deal line
                        b: on 2023-03-02 protection status S2, force kent, person kent/2, \
status victim, said by Ash, reason decided
                    """,
                    where={"status": "victim"},
                    value=1,
                    stands_on=("b",),
                ),
            ),
        ),
    ),
)
