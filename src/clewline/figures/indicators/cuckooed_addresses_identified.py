"""Addresses that were found cuckooed."""

from clewline.figures.figure import Definition, Example, Figure

CUCKOOED_ADDRESSES_IDENTIFIED = Figure(
    name="cuckooed_addresses_identified",
    title="Addresses found cuckooed",
    unit="addresses",
    measure="count",
    group="Cuckooing",
    dimensions=("force", "team", "line", "operation"),
    definitions=(
        Definition(
            version="found on a visit 1",
            sentence="Addresses that a visit in the period found cuckooed, each address once by its "
            "reference.",
            authority="Clewline, from what visits found; some releases call every address that was visited "
            "cuckooed, and some state those found apart.",
            select="""
                select entry_id, address as unit, day, 1 as amount, force, team, line, operation
                from cuckooing_visit
                where found = 'cuckooed'
            """,
            examples=(
                Example(
                    says="Two visits that found one address cuckooed are one address; no access and not "
                    "recorded are no finding.",
                    given="""
                        a: on 2023-02-27 cuckooing visit V1, force kent, address A1, found cuckooed
                        b: on 2023-03-01 cuckooing visit V2, force metropolitan, address A1, found cuckooed
                        c: on 2023-03-01 cuckooing visit V3, force kent, address A2, found cuckooed
                        d: on 2023-03-01 cuckooing visit V4, force kent, address A3, found no access
                        e: on 2023-03-01 cuckooing visit V5, force kent, address A4
                        f: on 2023-03-06 cuckooing visit V6, force kent, address A5, found cuckooed
                        """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="The finding is withdrawn, and the address no longer counts.",
                    given="""
                        a: on 2023-03-01 cuckooing visit V1, force kent, address A1, found cuckooed
                        b: on 2023-03-01 cuckooing visit V2, force kent, address A2, found cuckooed
                        c: on 2023-03-07 correction V2, withdraws b
                        """,
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
