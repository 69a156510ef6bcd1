"""What the tests of stated share: files made here and ways to tell what was read."""

import re
from pathlib import Path

from hypothesis import strategies as st

from clewline.formats.stated import Reading, Refused, read_stated
from clewline.formats.stated.tokens import HEDGES

SCHEMA_UNITS = (
    "people charges lines lines_per_day warrants searches searches_per_day tests operations hours years visits "
    "addresses premises prisons cells vehicles referrals seizures items schools sessions events kg g tonnes wraps "
    "plants tablets bags bundles GBP percent"
)


SCHEMA_KEYS = "drug drug_class weapon offence age_group sex place item base of direction note"


RELEASES = Path(__file__).parents[3] / "shared" / "reference" / "press_figures.csv"


def lines(label: str, text: str) -> list[str]:
    """Return each value as a line of words, then what was left: enough to see a reading at a glance."""
    reading = read_stated(label, text)
    assert isinstance(reading, Reading), reading
    told = []
    for one in reading.stated:
        said = " ".join(f"{key}={value}" for key, value in one.qualifiers)
        since = f"since={one.since}" if one.since else ""
        words = [
            one.indicator,
            str(one.value),
            one.unit,
            one.relation,
            said,
            since,
            "part" if one.part else "",
        ]
        told.append(" ".join(word for word in words if word))
    return [*told, *(f"left: {piece}" for piece in reading.left)]


def refusal(label: str, text: str) -> str:
    refused = read_stated(label, text)
    assert isinstance(refused, Refused), refused
    assert refused.what.endswith(".") and refused.do.endswith(".")
    return refused.rule


PREFIXES = [
    (hedge, relation)
    for relation, phrases in HEDGES.items()
    for hedge in phrases
    if not hedge.startswith("or ")
]


FRAGMENTS = st.sampled_from(
    [
        *"0123456789,.;:+-–%£€$&/()[]~> \n",
        *(
            "...",
            " and ",
            " to ",
            " at ",
            "over ",
            "nearly ",
            "between ",
            " since ",
            "2019",
            "Nov 2019:",
            "million",
        ),
        *(
            "k",
            "kg",
            "half ",
            "a ",
            "1 in 5",
            "no ",
            "incl. ",
            "including ",
            "of which ",
            "men",
            "boys",
            "lines",
        ),
        *("cocaine", "Class A", "machetes", "ſome", "K", "٣", "flibbets", "aged ", "up ", "under 18"),
    ]
)


JOINERS = {"and", "plus", "to", "at", "in", "across", "from", "between"}


JOINERS |= {"including", "incl", "among", "them", "of", "which", "whom"}


def unaccounted(text: str, reading: Reading) -> set[str]:
    """Return the words of a text that are in no span, no `left` and no period, and join no members."""
    rest = list(text)
    for one in reading.stated:
        rest[slice(*one.span)] = "\0" * (one.span[1] - one.span[0])
    remaining = re.sub(r"[^\S\n]", " ", "".join(rest))
    for piece in [*reading.left, *{one.since for one in reading.stated if one.since}]:
        remaining = remaining.replace(piece, "\0", 1)
    return set(re.findall(r"[^\W_]+", remaining.lower())) - JOINERS
