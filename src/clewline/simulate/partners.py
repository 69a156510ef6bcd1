"""Partners of the made-up forces: a council, charities and a health trust to which people are referred, a hub in which
they meet, and the schools and others who refer to it. None of these bodies exists.
"""

from dataclasses import dataclass

from clewline.simulate.forces import Force

_PLACES = {
    "metropolitan": ("Northmoor", "Lantern", "Fairwater", ("Northmoor", "Eastwick", "Coldbridge")),
    "kent": ("Saltmarsh", "Harbour", "Estuary", ("Saltmarsh", "Oastbourne")),
    "essex": ("Creekside", "Beacon", "Marshland", ("Creekside", "Thorpe Hundred")),
}
_ELSEWHERE = ("Westvale", "Compass", "Hillfoot", ("Westvale", "Upper Hallow"))


@dataclass(frozen=True, kw_only=True)
class Partners:
    """The bodies that work with one force."""

    for_children: tuple[str, ...]
    """To whom children are referred, each as often as it stands there."""
    for_adults: tuple[str, ...]
    hub: str
    """Takes referrals by professionals, and asks what became of people."""
    closing: str
    """Of those for children, the one that closed its service; only of the force in whose files faults are planted."""
    referrers: tuple[tuple[str, str], ...]
    """Bodies that refer to the hub, each with who does so there."""
    programmes: tuple[tuple[str, str], ...]
    """Programmes of prevention and diversion, each with who offers it."""
    areas: tuple[str, ...]
    """Local authorities in which the people live."""


def partners_of(force: Force) -> Partners:
    """Return the bodies that work with a force."""
    council, charity, trust, areas = _PLACES.get(force.id, _ELSEWHERE)
    children, adults = f"{council} Council children's services", f"{council} Council adult social care"
    youth, health = f"{charity} Youth Charity", f"{trust} NHS Trust young people's clinic"
    return Partners(
        for_children=(children, children, youth, health, f"{charity} Mentoring"),
        for_adults=(
            adults,
            adults,
            f"{charity} Recovery",
            f"{trust} NHS Trust drug clinic",
            f"{council} Homes",
        ),
        hub=f"{council} Safeguarding Hub",
        closing=f"{charity} Mentoring",
        referrers=(
            (f"{council} High School", "a safeguarding lead"),
            (f"{trust} General Hospital", "a nurse of the emergency department"),
            (f"{charity} Youth Charity", "a youth worker"),
            (f"{council} College", "a tutor"),
        ),
        programmes=(
            (f"{charity} Ringside", f"{charity} Youth Charity"),
            ("Next Rung apprenticeships", f"{council} College"),
            ("Turnaround", f"{council} Council youth justice service"),
        ),
        areas=areas,
    )
