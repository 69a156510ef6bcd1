"""What is counted and not told in bulletins, each with its reason: nothing is left out by oversight."""

from collections.abc import Mapping

_NO_INDICATOR = "no published indicator has its name, so a reader would take it for another"
_NO_QUALIFIER = "its narrowing has no published name, so a reader would take the part for the whole"
_TOLD_ELSEWHERE = "a figure of its own tells the same number"
_CURRENCY = "readers do not add up other currencies; it is in the counted week"

UNTOLD: Mapping[str, str] = {
    "children_charged_unconsidered": _NO_INDICATOR,
    "duties_to_notify": _NO_INDICATOR,
    "indicators_observed": _NO_INDICATOR,
    "missing_episodes": _NO_INDICATOR,
    "nrm_decisions": _NO_INDICATOR,
    "partner_referrals": _NO_INDICATOR,
    "programme_outcomes": _NO_INDICATOR,
    "programmes_offered": _NO_INDICATOR,
    "protection_statuses": _NO_INDICATOR,
    "referrals_without_feedback": _NO_INDICATOR,
    "return_interviews_in_time": _NO_INDICATOR,
    "safeguarded_since": _NO_INDICATOR,
    "safeguarding_investigations": _NO_INDICATOR,
    "safety_plans": _NO_INDICATOR,
    "section_45_considered": _NO_INDICATOR,
    "strategy_meetings": _NO_INDICATOR,
    "support_offered": _NO_INDICATOR,
    "support_received": _NO_INDICATOR,
    "time_to_first_help": _NO_INDICATOR,
}
"""Figures that no bulletin tells."""

UNTOLD_PARTS: Mapping[tuple[str, str], str] = {
    ("adults_safeguarded", "women"): _TOLD_ELSEWHERE,
    ("adults_safeguarded", "men"): _TOLD_ELSEWHERE,
    ("assets_seized_value", "designer watches"): "its item has two names, watches and designer watches",
    ("cash_seized", "in euros"): _CURRENCY,
    ("cash_seized", "in US dollars"): _CURRENCY,
    ("charges", "for drug trafficking, Class A"): _NO_QUALIFIER,
    ("charges", "for drug trafficking, Class B"): _NO_QUALIFIER,
    ("convictions", "on a guilty plea"): _NO_QUALIFIER,
    ("convictions", "after a plea of not guilty"): _NO_QUALIFIER,
    ("cuckooing_visits", "that found a home taken over"): _TOLD_ELSEWHERE,
    ("cuckooing_visits", "without access"): _NO_QUALIFIER,
    ("engagement_events", "school visits"): _TOLD_ELSEWHERE,
    ("engagement_events", "leaflet drops"): _NO_QUALIFIER,
    ("knives_surrendered_or_recovered", "surrendered"): _NO_QUALIFIER,
    ("knives_surrendered_or_recovered", "recovered in sweeps"): _NO_QUALIFIER,
    ("lines_closed", "Type 1, with a line holder charged"): _NO_QUALIFIER,
    ("lines_closed", "Type 2, number or SIM deactivated"): _NO_QUALIFIER,
    ("lines_closed", "cross-boundary lines"): _NO_QUALIFIER,
    ("lines_closed", "lines internal to one force"): _NO_QUALIFIER,
    ("nrm_referrals", "of children"): _NO_QUALIFIER,
    ("nrm_referrals", "of adults"): _NO_QUALIFIER,
    ("people_engaged", "at school visits"): _NO_QUALIFIER,
    ("people_safeguarded", "children"): _TOLD_ELSEWHERE,
    ("people_safeguarded", "adults"): _TOLD_ELSEWHERE,
    ("people_safeguarded", "by referral"): _NO_QUALIFIER,
    ("people_safeguarded", "by strategy meeting"): _NO_QUALIFIER,
    ("people_safeguarded", "by safety plan"): _NO_QUALIFIER,
    ("people_safeguarded", "by investigation"): _NO_QUALIFIER,
    ("searches_conducted", "that found something"): _NO_QUALIFIER,
    ("sentence_years_total", "of adults"): _NO_QUALIFIER,
    ("weapons_seized", "surrendered or recovered, not seized"): _NO_QUALIFIER,
}
"""Parts of figures, by the figure and the part's title, that no bulletin tells."""
