"""The words that stand beside published numbers, and what each does to the number.

One entry per wording, in small letters and in the singular; `singular.singular` brings a text's words to that form.
A new wording is a new entry, never a branch in the reader.
"""

from collections.abc import Mapping
from functools import partial

from clewline.formats.stated.word import Word, say
from clewline.formats.stated.words_of_people import OF_PEOPLE
from clewline.formats.stated.words_of_policing import OF_POLICING
from clewline.formats.stated.words_of_seizures import DRUGS, OF_SEIZURES

_OF_NOTHING: dict[str, Word] = {}
_say = partial(say, _OF_NOTHING)

# ---- words that change nothing in what is counted
_SEIZED = (
    "weapons_seized firearms_seized imitation_firearms_seized knives_seized phones_seized vehicles_seized "
    "other_items_seized cash_seized assets_seized_value " + DRUGS
)
_say(
    "seized, recovered, found, taken",
    fits=_SEIZED + " lines_closed cuckooed_addresses_identified",
    noted_in="lines_closed",
)
_say(
    "executed, carried out, made, conducted, held, visited, a, an, the, of, in, at, from, across, by, for, with, and, "
    "were, was, been, have been, just, only, further, another, joint, total, a total of, in total, worth, worth of, "
    "value, street value",
    fills=True,
)
_say(
    "so far, to date, headline, provisional, other, unconfirmed, confirmed, as stated, suspected", noted=True
)

WORDS: Mapping[str, Word] = OF_PEOPLE | OF_POLICING | OF_SEIZURES | _OF_NOTHING

REMARKS = frozenset(("including", "incl", "incl.", "among them", "of which", "of whom"))
"""Words that open a part of the number before them, or a remark about it."""

_MONTHS = "january february march april may june july august september october november december"
NEVER_FREE = frozenset(
    f"{_MONTHS} jan feb mar apr jun jul aug sep sept oct nov dec day week month year hour am pm".split()
) | {"age", "aged", "number", "figure", "total", "no", "not"}
"""Words that never name a thing seized: a number beside them is a date, an age or a remark."""
