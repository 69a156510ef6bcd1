"""Which counts are counts of identifiable people: decided by what a number is in."""

from clewline.errors import BadDeclaration

PERSONAL: dict[str, bool] = {
    # People, and what stands for one: a small number of them is a small number of people.
    "people": True,
    "referrals": True,
    "charges": True,  # one charge is one person charged
    "addresses": True,  # a home that was taken over has somebody living in it
    "visits": True,  # to somebody's home, for their welfare
    "searches": True,  # of persons and of their homes
    "warrants": True,  # of somebody's home
    "observations": True,  # of a sign, about one person
    "episodes": True,  # of one person who was missing
    "decisions": True,  # on one person's referral
    # Work, and what was taken: nobody is known from it.
    "lines": False,
    "seizures": False,
    "items": False,
    "wraps": False,
    "bags": False,
    "bundles": False,
    "tablets": False,
    "plants": False,
    "kg": False,
    "g": False,
    "GBP": False,
    "EUR": False,
    "USD": False,
    "events": False,
    "sessions": False,
    "schools": False,
    "operations": False,
    "hours": False,
    "years": False,  # passed in open court; a sum, which this rule for counts does not judge
    # A rate or a change is judged by the counts that it is made of.
    "percent": False,
}
"""Unit to whether it counts people. A police line is a number that is dialled, held by nobody whom a count names."""

NOT_PERSONAL_BY_FIGURE: dict[tuple[str, str], bool] = {
    ("school_visits", "visits"): False,
    ("engagement_events", "visits"): False,
}
"""Figures whose unit says otherwise than the figure is: a visit to a school is nobody's home."""


def is_personal(figure: str, unit: str) -> bool:
    """Return whether a figure in that unit counts identifiable people.

    :raises BadDeclaration: the unit is not in the table; a new unit has to be judged, and not guessed.
    """
    if unit not in PERSONAL:
        raise BadDeclaration(f"Say in disclosure/personal.py whether {unit!r} (of {figure}) counts people.")
    return NOT_PERSONAL_BY_FIGURE.get((figure, unit), PERSONAL[unit])
