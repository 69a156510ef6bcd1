"""Engagement events: school visits, sessions, talks, leaflet drops."""

from clewline.figures.figure import Definition, Example, Figure, Part

ENGAGEMENT_EVENTS = Figure(
    name="engagement_events",
    title="Engagement events",
    unit="events",
    measure="count",
    group="Engagement",
    dimensions=("force", "team", "line", "operation", "item", "note"),
    parts=(
        Part(title="sessions", where={"item": "session"}, unit="sessions"),
        Part(title="school visits", where={"item": "school visit"}, unit="visits"),
        Part(title="business visits", where={"item": "business visit"}, unit="visits"),
        Part(title="leaflet drops", where={"item": "leaflet drop"}),
    ),
    definitions=(
        Definition(
            version="events 1",
            sentence="Engagement events held in the period, each once, whoever came. `item` is what the "
            "event was, `note` whom it was for.",
            authority="Clewline, from the event's reference; releases say events, sessions or visits.",
            select="""
                select entry_id, subject as unit, day, 1 as amount, force, team, line, operation,
                       nature as item, audience as note
                from engagement
            """,
            examples=(
                Example(
                    says="An event that two forces report is one; how many came does not matter.",
                    given="""
                        a: on 2023-03-01 engagement G1, force kent, nature session, people 200
                        b: on 2023-03-01 engagement G1, force essex, nature session
                        c: on 2023-03-02 engagement G2, force kent, nature leaflet drop
                        d: on 2023-02-26 engagement G3, force kent, nature session, people 30
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="School visits only: two visits to one school are two visits.",
                    given="""
                        a: on 2023-03-01 engagement G1, force kent, nature school visit, school S7
                        b: on 2023-03-02 engagement G2, force kent, nature school visit, school S7
                        c: on 2023-03-02 engagement G3, force kent, nature event
                    """,
                    where={"item": "school visit"},
                    value=2,
                    stands_on=("a", "b"),
                ),
            ),
        ),
    ),
)
