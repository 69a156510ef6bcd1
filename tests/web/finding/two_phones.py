"""The records of two phones that go the same way on six days, minutes apart."""

from workflow.phones.phone_files import generic

ROUTE = [("08", 56.1, 2.5), ("10", 56.14, 2.56), ("12", 56.2, 2.62), ("15", 56.26, 2.7), ("18", 56.1, 2.5)]
"""Hours of each day, and where both phones were then; half a degree is some 50 km."""


def rows(phone: str, minute: int, *, off: float = 0) -> str:
    """Return the file of a phone that goes the route on six days."""
    return generic(
        *(
            {
                "phone": phone,
                "start": f"2026-03-0{day}T{hour}:{minute:02d}:00",
                "lat": f"{lat + day / 100 + off:.4f}",
                "lon": f"{lon:.4f}",
                "cell": f"c-{hour}-{day}",
                "other": f"07700 90070{day}",
            }
            for day in range(1, 7)
            for hour, lat, lon in ROUTE
        )
    )
