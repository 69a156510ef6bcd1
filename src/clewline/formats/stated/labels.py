"""What each label of a published series counts: its indicator, its unit and what is always true of it.

Labels are the words that a table of press figures uses for its rows. Indicators and units are those of the
claims schema; the schema's own names are labels too, so a table may use them as they are.
"""

from dataclasses import dataclass

Pairs = tuple[tuple[str, str], ...]
"""Qualifiers as (key, value) pairs, sorted by key."""


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """What a bare number under a label counts, unless words beside the number say otherwise."""

    indicator: str
    unit: str
    """Unit of a bare number: a unit of the schema, or an ISO currency code."""
    qualifiers: Pairs = ()
    free: str | None = None
    """Qualifier that takes words no table knows, where the label asks for names: `2 katanas` names a weapon.
    Under every other label an unknown word stops the reading, because it may change what is counted."""
    bare: bool = True
    """Whether a number may stand without a word: under `weapon_kinds` it may not."""
    counts: bool = True
    """Whether the label holds values at all; a label for remarks does not."""


def _as(indicator: str, unit: str, /, free: str | None = None, *, bare: bool = True, **said: str) -> Meaning:
    return Meaning(
        indicator=indicator, unit=unit, qualifiers=tuple(sorted(said.items())), free=free, bare=bare
    )


INDICATORS: dict[str, Meaning] = {
    # people and the law
    "arrests": _as("arrests", "people"),
    "arrests_by_sex": _as("arrests", "people"),
    "people_charged": _as("people_charged", "people"),
    "charges": _as("charges", "charges"),
    "charges_drug_trafficking": _as("charges", "charges", offence="drug trafficking"),
    "charges_class_a": _as("charges", "charges", drug_class="A"),
    "charges_class_b": _as("charges", "charges", drug_class="B"),
    "charges_class_a_and_b": _as("charges", "charges", drug_class="A+B"),
    "modern_slavery_charges": _as("charges", "charges", offence="modern slavery"),
    "released_under_investigation": _as("people_released", "people", note="released under investigation"),
    "released_no_charge": _as("people_released", "people", note="released without charge"),
    "convictions": _as("convictions", "people"),
    "sentence_years_total": _as("sentence_years_total", "years"),
    "people_released": _as("people_released", "people"),
    "prior_arrest_rate": _as("prior_arrest_rate", "percent", base="unstated"),
    # lines and their holders; "identified" is neither closed nor known to be active
    "lines_closed": _as("lines_closed", "lines"),
    "lines_disrupted": _as("lines_disrupted", "lines"),
    "lines_identified": _as("other_result", "lines", note="identified"),
    "active_lines": _as("lines_active", "lines"),
    "lines_active": _as("lines_active", "lines"),
    "line_holders": _as("line_holders_arrested", "people"),
    "line_holders_arrested": _as("line_holders_arrested", "people"),
    "line_holders_charged": _as("line_holders_charged", "people"),
    "line_holders_convicted": _as("line_holders_convicted", "people"),
    # several results in one text: only its words say which number is which
    "cumulative_since": _as("other_result", "events", bare=False),
    "change_on_previous_week": _as("change", "percent", of="unstated"),
    "change": _as("change", "percent", of="unstated"),
    # police work
    "warrants": _as("warrants_executed", "warrants"),
    "warrants_executed": _as("warrants_executed", "warrants"),
    "searches": _as("searches_conducted", "searches"),
    "searches_conducted": _as("searches_conducted", "searches"),
    "operations": _as("operations_conducted", "operations"),
    "operations_conducted": _as("operations_conducted", "operations"),
    "patrol_hours": _as("patrol_hours", "hours"),
    # protecting people; each kind stays its own
    "safeguarded_total": _as("people_safeguarded", "people"),
    "safeguarded_by_sex": _as("people_safeguarded", "people"),
    "safeguarded_children": _as("children_safeguarded", "people"),
    "safeguarded_adults": _as("adults_safeguarded", "people"),
    "people_safeguarded": _as("people_safeguarded", "people"),
    "children_safeguarded": _as("children_safeguarded", "people"),
    "adults_safeguarded": _as("adults_safeguarded", "people"),
    "victims_identified": _as("vulnerable_people_identified", "people", note="victims"),
    "vulnerable_people_identified": _as("vulnerable_people_identified", "people"),
    "nrm_referrals": _as("nrm_referrals", "referrals"),
    # a bare count of safeguarding referrals is of the people referred, as the labelled bulletins have it
    "referrals_safeguarding": _as("safeguarding_referrals", "people"),
    "safeguarding_referrals": _as("safeguarding_referrals", "people"),
    "cuckoo_visits": _as("cuckooing_visits", "visits"),
    "cuckooing_visits": _as("cuckooing_visits", "visits"),
    "cuckooed_found": _as("cuckooed_addresses_identified", "addresses"),
    "cuckooed_addresses_identified": _as("cuckooed_addresses_identified", "addresses"),
    "safeguarding_visits": _as("safeguarding_visits", "visits"),
    "engagement_people": _as("people_engaged", "people"),
    "people_engaged": _as("people_engaged", "people"),
    "engagement_sessions": _as("engagement_events", "sessions"),
    "engagement_events": _as("engagement_events", "events"),
    "school_visits": _as("school_visits", "schools"),
    # drugs
    "class_a_kg": _as("drugs_seized_weight", "kg", drug_class="A"),
    "class_b_kg": _as("drugs_seized_weight", "kg", drug_class="B"),
    "class_a_and_b_kg": _as("drugs_seized_weight", "kg", drug_class="A+B"),
    "drug_kg_by_type": _as("drugs_seized_weight", "kg", "drug", bare=False),
    "drugs_seized_weight": _as("drugs_seized_weight", "kg"),
    "drug_value_gbp": _as("drugs_seized_value", "GBP"),
    "drug_value_by_type_gbp": _as("drugs_seized_value", "GBP", "drug", bare=False),
    "drugs_seized_value": _as("drugs_seized_value", "GBP"),
    "wraps": _as("drugs_seized_count", "wraps"),
    "pills": _as("drugs_seized_count", "tablets"),
    "cannabis_plants": _as("drugs_seized_count", "plants", drug="cannabis"),
    "drugs_seized_count": _as("drugs_seized_count", "wraps", bare=False),
    "drug_seizures_count": _as("drug_seizures", "seizures"),
    "drug_seizures": _as("drug_seizures", "seizures"),
    # money and goods
    "cash_gbp": _as("cash_seized", "GBP"),
    "cash_seized": _as("cash_seized", "GBP"),
    # foreign money without its currency is no amount
    "cash_foreign": _as("cash_seized", "GBP", bare=False),
    "assets_value_gbp": _as("assets_seized_value", "GBP", "item"),
    "assets_seized_value": _as("assets_seized_value", "GBP", "item"),
    # weapons
    "weapons_total": _as("weapons_seized", "items"),
    "weapons_seized": _as("weapons_seized", "items"),
    "weapon_kinds": _as("weapons_seized", "items", "weapon", bare=False),
    "firearms": _as("firearms_seized", "items"),
    "firearms_seized": _as("firearms_seized", "items"),
    "imitation_firearms": _as("imitation_firearms_seized", "items"),
    "imitation_firearms_seized": _as("imitation_firearms_seized", "items"),
    "knives_bladed": _as("knives_seized", "items", weapon="bladed"),
    "knives_seized": _as("knives_seized", "items"),
    "knives_surrendered_or_recovered": _as("knives_surrendered_or_recovered", "items"),
    # other things
    "phones": _as("phones_seized", "items"),
    "phones_seized": _as("phones_seized", "items"),
    "deal_line_phones": _as("phones_seized", "items", item="deal line handset"),
    "vehicles": _as("vehicles_seized", "items", "item"),
    "vehicles_seized": _as("vehicles_seized", "items", "item"),
    "other_seizures": _as("other_items_seized", "items", "item", bare=False),
    "other_items_seized": _as("other_items_seized", "items", "item", bare=False),
    "other_result": _as("other_result", "events", bare=False),
    "provisional_flag": Meaning(indicator="other_result", unit="events", counts=False),
}
