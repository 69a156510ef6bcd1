"""Searches, by what was searched."""

from clewline.figures.figure import Definition, Example, Figure, Part

SEARCHES_CONDUCTED = Figure(
    name="searches_conducted",
    title="Searches",
    unit="searches",
    measure="count",
    group="Police activity",
    rank=2,
    dimensions=("force", "team", "line", "operation", "place", "note"),
    parts=(
        Part(title="of people", where={"place": "person"}),
        Part(title="of premises", where={"place": "premises"}),
        Part(title="of vehicles", where={"place": "vehicle"}),
        Part(title="of prisons", where={"place": "prison"}),
        Part(title="of cells", where={"place": "cell"}),
        Part(title="that found something", where={"note": "something found"}),
    ),
    definitions=(
        Definition(
            version="search reference 1",
            sentence="Searches of people, premises, vehicles, prisons and cells in the period; one that "
            "two forces report counts once. Searches are counted, not the people or places searched: a "
            "person searched twice is two searches. `note` says whether anything was found, where it is "
            "recorded.",
            authority="Clewline, from the search's reference; releases state stop searches, and prisons, "
            "cells and inmates searched, apart.",
            select="""
                select entry_id, subject as unit, day, 1 as amount, force, team, line, operation,
                       searched as place,
                       case when found then 'something found'
                            when not found then 'nothing found' end as note
                from search
            """,
            examples=(
                Example(
                    says="Unlike searches are searches all, one that two forces report once.",
                    given="""
                        a: on 2023-03-01 search S1, force kent, searched person
                        b: on 2023-03-01 search S2, force kent, searched premises
                        c: on 2023-03-01 search S2, force essex, searched premises
                        d: on 2023-03-01 search S3, force kent, searched cell
                        e: on 2023-03-06 search S4, force kent, searched person
                    """,
                    value=3,
                    stands_on=("a", "b", "c", "d"),
                ),
                Example(
                    says="Searches of people. One of them was of a vehicle, and is corrected.",
                    given="""
                        a: on 2023-03-01 search S1, force kent, searched person
                        b: on 2023-03-01 search S2, force kent, searched person
                        c: on 2023-03-01 search S2, force kent, searched vehicle; corrects b because typed
                        d: on 2023-03-01 search S3, force kent, searched premises
                    """,
                    where={"place": "person"},
                    value=1,
                    stands_on=("a",),
                ),
                Example(
                    says="Searches that found something; where it is not recorded, nothing is assumed.",
                    given="""
                        a: on 2023-03-01 search S1, force kent, searched person, found yes
                        b: on 2023-03-01 search S2, force kent, searched person, found no
                        c: on 2023-03-01 search S3, force kent, searched person
                    """,
                    where={"note": "something found"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
