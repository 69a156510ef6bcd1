"""Vehicles seized."""

from clewline.figures.figure import Definition, Example, Figure, Part

VEHICLES_SEIZED = Figure(
    name="vehicles_seized",
    title="Vehicles seized",
    unit="items",
    measure="sum",
    group="Phones and vehicles",
    dimensions=("force", "team", "line", "operation", "item"),
    parts=(
        Part(title="cars", where={"item": "car"}),
        Part(title="e-scooters", where={"item": "e-scooter"}),
    ),
    definitions=(
        Definition(
            version="vehicles 1",
            sentence="Vehicles of every kind seized in the period, e-scooters and bicycles included. "
            "`item` is the kind of vehicle.",
            authority="Clewline, from the recorded count; most releases state one number for all vehicles.",
            select="""
                select entry_id, subject as unit, day, count as amount, force, team, line, operation,
                       vehicle as item
                from vehicle_seizure
            """,
            examples=(
                Example(
                    says="Vehicles are added, one that two forces report once.",
                    given="""
                        a: on 2023-03-01 vehicle seizure X1, force kent, vehicle car
                        b: on 2023-03-01 vehicle seizure X1, force essex, vehicle car
                        c: on 2023-03-02 vehicle seizure X2, force kent, vehicle e-scooter, count 2
                        d: on 2023-03-06 vehicle seizure X3, force kent, vehicle car
                    """,
                    value=3,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="Cars only; a car that was given back is withdrawn.",
                    given="""
                        a: on 2023-03-01 vehicle seizure X1, force kent, vehicle car
                        b: on 2023-03-01 vehicle seizure X2, force kent, vehicle e-scooter
                        c: on 2023-03-01 vehicle seizure X3, force kent, vehicle car
                        d: on 2023-03-07 correction X3, withdraws c
                    """,
                    where={"item": "car"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
