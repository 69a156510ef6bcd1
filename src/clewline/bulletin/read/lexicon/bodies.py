"""Bodies by the names that texts call them, and areas by the force that polices them."""

from collections.abc import Mapping

from clewline.bulletin.claim import Scope
from clewline.bulletin.read.lexicon.entry import names

BODIES: tuple[tuple[str, tuple[str, ...], str, Scope], ...] = (
    (
        r"\bOperation Orochi (?:County Lines )?[Tt]ask ?[Ff]orce\b",
        ("Orochi",),
        "Operation Orochi County Lines Taskforce",
        "unit",
    ),
    (
        r"\bMetropolitan Police(?: Service)?\b|\bMet(?: Police|[’']s| officers| teams)\b|\b[Tt]he Met\b|^Met\b"
        r"|\bScotland Yard\b|(?<!City of )\bLondon police\b|\bMPS\b",
        ("Met", "Scotland Yard", "London police", "MPS"),
        "Metropolitan Police",
        "force",
    ),
    (
        r"\bBritish Transport Police\b|\bBTP\b",
        ("Transport Police", "BTP"),
        "British Transport Police",
        "force",
    ),
    (
        r"\bGreater Manchester Police\b|\bGMP\b",
        ("Manchester Police", "GMP"),
        "Greater Manchester Police",
        "force",
    ),
    (r"\bPolice Scotland\b", ("Police Scotland",), "Police Scotland", "force"),
    (
        r"\bNational Police Chiefs['’] Council\b|\bNPCC\b|\b[Tt]he police chiefs['’] council\b",
        ("hiefs", "NPCC"),
        "NPCC",
        "national",
    ),
    (
        r"\bNational County Lines Co-?ordination Centre\b|\bNCLCC\b",
        ("ordination Centre", "NCLCC"),
        "National County Lines Coordination Centre",
        "national",
    ),
    (r"\bNational Crime Agency\b|\bNCA\b", ("Crime Agency", "NCA"), "National Crime Agency", "national"),
    (
        r"\bHome Office\b|\bCounty Lines Programme\b|\b[Tt]he [Gg]overnment\b",
        ("Home Office", "Programme", "overnment"),
        "Home Office County Lines Programme",
        "national",
    ),
    (
        r"\bHampshire and Isle of Wight Constabulary\b",
        ("Wight",),
        "Hampshire and Isle of Wight Constabulary",
        "force",
    ),
    (
        r"\bHampshire & Isle of Wight Constabulary\b",
        ("Wight",),
        "Hampshire & Isle of Wight Constabulary",
        "force",
    ),
    (r"\bCity of London [Pp]olice\b", ("City of London",), "City of London Police", "force"),
    (r"\bDevon (?:and|&) Cornwall Police\b", ("Cornwall Police",), "Devon & Cornwall Police", "force"),
    (r"\bAvon (?:and|&) Somerset(?: Police)?\b", ("Somerset",), "Avon and Somerset Police", "force"),
    (
        r"\bEastern Region(?:al)? (?:Special Operations|Serious Crime) Unit\b|\bERSOU\b",
        ("ERSOU", "Eastern Region"),
        "Eastern Region Special Operations Unit",
        "regional",
    ),
    (
        r"\bEast Midlands Special Operations Unit\b|\bEMSOU\b",
        ("EMSOU", "Special Operations Unit"),
        "East Midlands Special Operations Unit",
        "regional",
    ),
    (r"\bTarian\b", ("Tarian",), "Tarian", "regional"),
)
"""Bodies whose names are not simply `X Police`: pattern, words without which it cannot match, name, scope."""

_CONSTABULARIES = """
    Cambridgeshire Cheshire Cumbria Derbyshire Durham Gloucestershire Hampshire Hertfordshire Lancashire Norfolk
    Suffolk
"""
_POLICE = """
    Bedfordshire Cleveland Dorset Dyfed-Powys Essex Gwent Humberside Kent Leicestershire Lincolnshire Merseyside
    Northamptonshire Northumbria Nottinghamshire Staffordshire Surrey Sussex Warwickshire Wiltshire
"""
FORCES: Mapping[str, str] = {
    "Met Police": "Metropolitan Police",
    **{f"{name} Police": f"{name} Constabulary" for name in _CONSTABULARIES.split()},
}
"""Names that texts use for a force, by the name that is kept: a force has one name whatever a paper calls it."""

_TWO_WORDS = """
    Avon and Somerset, Greater Manchester, North Wales, North Yorkshire, South Wales, South Yorkshire, Thames Valley,
    West Mercia, West Midlands, West Yorkshire
"""
AREAS: Mapping[str, str] = {
    **{name: f"{name} Constabulary" for name in _CONSTABULARIES.split()},
    **{name: f"{name} Police" for name in _POLICE.split()},
    **{name: f"{name} Police" for name in names(_TWO_WORDS)},
    "Devon and Cornwall": "Devon & Cornwall Police",
    "East Yorkshire": "Humberside Police",
    "London": "Metropolitan Police",
    "Scotland": "Police Scotland",
}
"""Areas that a text may name in the place of their force."""
