"""What a number counts: by the thing beside it and the act that was done. One row per thing, one cell per act.

`*` is the meaning without an act, or with one that the row does not name. Indicators and units are those of the
claims schema. The rules that tell near meanings apart (closed and disrupted, safeguarded and referred, engaged and
identified) are the labelling rules of the bulletins.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Meaning(NamedTuple):
    """An indicator with its unit."""

    indicator: str
    unit: str


def _row(unit: str, **cells: str) -> Mapping[str, Meaning]:
    row = {}
    for act, said in cells.items():
        indicator, _, own = said.partition(":")
        row["*" if act == "any" else act] = Meaning(indicator, own or unit)
    return row


_PEOPLE = {
    "arrest": "arrests",
    "charge": "people_charged",
    "convict": "convictions",
    "sentence": "convictions",
    "release": "people_released",
    "safeguard": "people_safeguarded",
    "refer": "safeguarding_referrals",
    "nrm": "nrm_referrals:referrals",
    "engage": "people_engaged",
    "visit": "people_engaged",
    "identify": "vulnerable_people_identified",
    "search": "searches_conducted",
    "caution": "other_result",
    "remand": "other_result",
}

MEANINGS: Mapping[str, Mapping[str, Meaning]] = {
    "people": _row("people", **_PEOPLE),
    "holders": _row(
        "people",
        **{
            **_PEOPLE,
            "arrest": "line_holders_arrested",
            "charge": "line_holders_charged",
            "convict": "line_holders_convicted",
            "sentence": "line_holders_convicted",
            "any": "line_holders_arrested",
        },
    ),
    "arrest": _row("people", any="arrests"),
    "charge": _row("charges", any="charges"),
    "charging": _row("people", any="people_charged"),
    "conviction": _row("people", any="convictions"),
    "years": _row("years", sentence="sentence_years_total"),
    "line": _row(
        "lines",
        close="lines_closed",
        disrupt="lines_disrupted",
        seize="phones_seized:items",
        stop="lines_closed",
        identify="other_result",
    ),
    "phone line": _row("lines", close="lines_closed", disrupt="lines_disrupted", seize="phones_seized:items"),
    "nrm": _row("referrals", any="nrm_referrals"),
    "referral": _row("referrals", nrm="nrm_referrals", any="safeguarding_referrals"),
    "visit": _row("visits", any="cuckooing_visits"),
    "cuckoo visit": _row("visits", any="cuckooing_visits"),
    "safe visit": _row("visits", any="safeguarding_visits"),
    "address": _row(
        "addresses",
        visit="cuckooing_visits:visits",
        engage="cuckooing_visits:visits",
        identify="cuckooed_addresses_identified",
        warrant="warrants_executed:warrants",
        search="searches_conducted",
    ),
    "cuckoo address": _row(
        "addresses",
        visit="cuckooing_visits:visits",
        engage="cuckooing_visits:visits",
        conduct="cuckooing_visits:visits",
        identify="cuckooed_addresses_identified",
        any="cuckooed_addresses_identified",
    ),
    "event": _row("events", any="engagement_events"),
    "session": _row("sessions", any="engagement_events"),
    "school": _row("schools", visit="school_visits", engage="school_visits", any="school_visits"),
    "premises": _row(
        "premises", visit="engagement_events", engage="engagement_events", search="searches_conducted"
    ),
    "warrant": _row("warrants", any="warrants_executed"),
    "search": _row("searches", any="searches_conducted"),
    "test": _row("tests", any="searches_conducted"),
    "operation": _row("operations", any="operations_conducted"),
    "hours": _row("hours", any="patrol_hours"),
    "disruption": _row("events", disrupt="lines_disrupted:lines", any="other_result"),
    "prison": _row("prisons", search="searches_conducted"),
    "cell": _row("cells", search="searches_conducted"),
    "seizure": _row("seizures", any="drug_seizures"),
    "wraps": _row("wraps", any="drugs_seized_count"),
    "plants": _row("plants", any="drugs_seized_count"),
    "tablets": _row("tablets", any="drugs_seized_count"),
    "bags": _row("bags", seize="drugs_seized_count"),
    "bundles": _row("bundles", seize="drugs_seized_count"),
    "farm": _row("premises", any="other_result"),
    "weapon": _row("items", any="weapons_seized"),
    "drug items": _row("items", any="drugs_seized_count"),
    "school visit": _row("visits", any="school_visits"),
    "engagement visit": _row("visits", any="engagement_events"),
    "knife": _row("items", surrender="knives_surrendered_or_recovered", any="knives_seized"),
    "firearm": _row("items", any="firearms_seized"),
    "imitation": _row("items", any="imitation_firearms_seized"),
    "ammunition": _row("items", any="other_items_seized"),
    "phone": _row("items", any="phones_seized"),
    "deal phone": _row("items", any="phones_seized"),
    "vehicle": _row(
        "items",
        search="searches_conducted:vehicles",
        stop="searches_conducted:vehicles",
        any="vehicles_seized",
    ),
    "item": _row("items", seize="other_items_seized", surrender="other_items_seized"),
    "goods": _row("items", seize="other_items_seized"),
    # money: the thing beside it says what the pounds are of
    "GBP cash": _row("GBP", any="cash_seized"),
    "GBP drug": _row("GBP", any="drugs_seized_value"),
    "GBP fake": _row("GBP", any="other_items_seized"),
    "GBP contraband": _row("GBP", any="other_items_seized"),
    "GBP goods": _row("GBP", any="assets_seized_value"),
    # weights are of drugs
    "weight": _row("kg", any="drugs_seized_weight"),
}
"""What is counted, by thing and act."""

_ALWAYS = frozenset(("conduct", "seize", "recover"))


def goes(kind: str, act: str) -> Meaning | None:
    """Return what an act means for a thing; none where the two do not go together.

    To be seized or made changes nothing in what most things count as.
    """
    row = MEANINGS.get(kind, {})
    if act in row:
        return row[act]
    return row.get("*") if act in _ALWAYS else None
