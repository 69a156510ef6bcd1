"""Schools visited."""

from clewline.figures.figure import Definition, Example, Figure

SCHOOL_VISITS = Figure(
    name="school_visits",
    title="Schools visited",
    unit="schools",
    measure="count",
    group="Engagement",
    dimensions=("force", "team", "line", "operation", "note"),
    definitions=(
        Definition(
            version="schools 1",
            sentence="Schools visited in the period, each once by its reference; a visit whose school is "
            "not recorded counts as one school. The visits themselves are a part of the engagement events. "
            "`note` is whom the visit was for.",
            authority="Clewline: releases state how many schools were visited.",
            select="""
                select entry_id, coalesce(school, subject) as unit, day, 1 as amount,
                       force, team, line, operation, audience as note
                from engagement
                where nature = 'school visit'
            """,
            examples=(
                Example(
                    says="Two visits to one school are one school; a session elsewhere is none.",
                    given="""
                        a: on 2023-03-01 engagement G1, force kent, nature school visit, school S7
                        b: on 2023-03-02 engagement G2, force kent, nature school visit, school S7
                        c: on 2023-03-02 engagement G3, force kent, nature school visit
                        d: on 2023-03-02 engagement G4, force kent, nature session, people 30
                        e: on 2023-03-06 engagement G5, force kent, nature school visit, school S8
                        """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="A visit that did not take place is withdrawn, and its school with it.",
                    given="""
                        a: on 2023-03-01 engagement G1, force kent, nature school visit, school S7
                        b: on 2023-03-02 engagement G2, force kent, nature school visit, school S8
                        c: on 2023-03-07 correction G2, withdraws b
                        """,
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
