"""What happens to an indicator as its period grows: whether weeks add up to a total, and whether a total may fall."""

from collections.abc import Mapping
from typing import Literal

from clewline.bulletin.series.report import Thing

Growth = Literal["adds", "grows", "neither"]
"""adds: disjoint periods add up. grows: a longer period has no less, but one person may be in two weeks.
neither: a state, a share or a mixture."""

EACH_ONCE: Mapping[Growth, str] = {
    "adds": (
        "arrests charges convictions sentence_years_total lines_closed lines_disrupted warrants_executed "
        "searches_conducted operations_conducted patrol_hours cuckooing_visits safeguarding_visits nrm_referrals "
        "duties_to_notify strategy_meetings safety_plans safeguarding_investigations engagement_events "
        "drugs_seized_value drugs_seized_weight drugs_seized_count drug_seizures cash_seized assets_seized_value "
        "weapons_seized firearms_seized imitation_firearms_seized knives_seized knives_surrendered_or_recovered "
        "phones_seized vehicles_seized other_items_seized indicators_observed missing_episodes nrm_decisions "
        "partner_referrals referrals_without_feedback children_charged_unconsidered"
    ),
    "grows": (
        "people_charged people_released line_holders_arrested line_holders_charged line_holders_convicted "
        "people_safeguarded children_safeguarded adults_safeguarded vulnerable_people_identified "
        "safeguarding_referrals support_offered support_received people_engaged cuckooed_addresses_identified "
        "school_visits programmes_offered programme_outcomes protection_statuses section_45_considered"
    ),
    "neither": (
        "lines_active prior_arrest_rate change other_result return_interviews_in_time time_to_first_help "
        "safeguarded_since"
    ),
}
"""Every indicator, under what its weeks do."""

GROWTH: Mapping[str, Growth] = {name: growth for growth, names in EACH_ONCE.items() for name in names.split()}

_STATES = ("percent", "lines_per_day", "searches_per_day")
"""Units of shares and of speeds, which no longer period adds to."""

WHY_NOT: Mapping[Growth, str] = {
    "adds": "",
    "grows": (
        "Weeks are not added up against a total: the same person, address or school may be in two weeks, and is one "
        "in the total. A total is marked only where one week alone has more."
    ),
    "neither": "No week is held against a total: this is a state, a share or a mixture, and weeks do not add up to it.",
}
"""Why the weeks of a thing are not added up."""


def growth(thing: Thing) -> Growth:
    """Return what the thing does as its period grows; what no table names does neither."""
    if thing.dimension in _STATES:
        return "neither"
    return GROWTH.get(thing.indicator, "neither")
