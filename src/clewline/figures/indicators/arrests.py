"""Arrests: custody records, and, side by side, the people arrested."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

ARRESTS = Figure(
    name="arrests",
    title="Arrests",
    unit="people",
    measure="count",
    group="Arrests and charges",
    rank=1,
    dimensions=("force", "team", "line", "operation", "place", "age_group", "sex"),
    parts=(
        Part(title="of children", where={"age_group": "child"}),
        Part(title="of women and girls", where={"sex": "female"}),
        Part(title="of men and boys", where={"sex": "male"}),
    ),
    definitions=(
        Definition(
            version="custody 1",
            sentence="Arrests recorded in custody in the period; two forces that report one custody record "
            "report one arrest.",
            authority="Clewline, from the custody reference; releases say `arrests` or `people arrested` "
            "alike.",
            select=f"""
                select entry_id, subject as unit, day, 1 as amount,
                       force, team, line, operation, place, {AGE_GROUP}, sex
                from arrest
            """,
            examples=(
                Example(
                    says="A joint operation: both forces report the custody record, and the arrest counts "
                    "once.",
                    given="""
                        a: on 2023-03-01 arrest C1, force metropolitan, person metropolitan/P1
                        b: on 2023-03-01 arrest C1, force kent, person kent/901
                        c: on 2023-03-02 arrest C2, force kent, person kent/902
                        d: on 2023-03-06 arrest C3, force kent, person kent/903
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="A correction takes the place of the entry that it names.",
                    given="""
                        a: on 2023-03-01 arrest C1, force kent, person kent/901
                        b: on 2023-03-07 arrest C1, force kent, person kent/901; corrects a because wrong day
                        c: on 2023-03-01 arrest C2, force kent, person kent/902
                    """,
                    value=1,
                    stands_on=("c",),
                ),
                Example(
                    says="An age that is not recorded makes nobody a child, nor an adult.",
                    given="""
                        a: on 2023-03-01 arrest C1, force kent, person kent/901, age 17
                        b: on 2023-03-01 arrest C2, force kent, person kent/902, age 18
                        c: on 2023-03-01 arrest C3, force kent, person kent/903
                    """,
                    where={"age_group": "child"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
        Definition(
            version="people 1",
            sentence="People arrested in the period, each once however often they were arrested, as their "
            "force records them; a person whom two forces record counts in both until a judgement links "
            "the records.",
            authority="Clewline, for releases that mean people by `people arrested`.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, place, {AGE_GROUP}, sex
                from arrest
            """,
            examples=(
                Example(
                    says="Two arrests of one person are one person arrested.",
                    given="""
                        a: on 2023-02-27 arrest C1, force kent, person kent/901
                        b: on 2023-03-05 arrest C2, force kent, person kent/901
                        c: on 2023-03-05 arrest C3, force kent, person kent/902
                        d: on 2023-02-26 arrest C4, force kent, person kent/903
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
            ),
        ),
    ),
)
