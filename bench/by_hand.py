"""Every figure as an analyst would write it: one statement each over the Parquet files, and nothing between.

A statement gives the whole (`whole` = 1) and each force in one pass. The two shapes that most figures have
are written once: a count of different units, and a sum in which a unit that two forces report counts once.
The parameters are the instant of knowledge and the first and last day.
"""

from clewline.figures import all_figures

_KNOWN = "known_from <= $as_of and known_to > $as_of"
_ASKED = f"{_KNOWN} and day between $start and $end"
_BOTH = "group by grouping sets ((), (force))"


def _table(kind: str) -> str:
    return f"read_parquet('FOLDER/{kind}-*.parquet')"


def _count(kind: str, unit: str = "subject", where: str = "true") -> str:
    return f"""
        select force, grouping(force) as whole, count(distinct {unit})
        from {_table(kind)}
        where {_ASKED} and {where}
        {_BOTH}
    """


def _sum(kind: str, amount: str = "count", where: str = "true", unit: str = "subject") -> str:
    return f"""
        select force, whole, sum(amount)
        from (
            select force, grouping(force) as whole, {unit}, max({amount}) as amount
            from {_table(kind)}
            where {_ASKED} and {where}
            group by grouping sets (({unit}), (force, {unit}))
        )
        group by force, whole
    """


def _safeguarded(where: str) -> str:
    return f"""
        select force, grouping(force) as whole, count(distinct person)
        from (
            select force, person from {_table("safeguarding_referral")} where {_ASKED} and {where}
            union all
            select force, person from {_table("strategy_meeting")} where {_ASKED} and {where}
            union all
            select force, person from {_table("safety_plan")} where {_ASKED} and {where}
            union all
            select force, person from {_table("safeguarding_enquiry")} where {_ASKED} and {where}
        )
        {_BOTH}
    """


_HOLDERS = f"""
    arrested as (
        select person, force, day, subject
        from {_table("arrest")}
        where {_ASKED}
          and person in (select person from {_table("role")} where {_KNOWN} and role = 'line holder')
    )
"""

STATEMENTS = {
    "adults_safeguarded": _safeguarded("age >= 18"),
    "arrests": _count("arrest"),
    "assets_seized_value": _sum("asset_seizure", "value_gbp"),
    "cash_seized": _sum("cash_seizure", "amount", "currency = 'GBP'"),
    "charges": _count("charge"),
    "children_safeguarded": _safeguarded("age < 18"),
    "convictions": _count("court_result", "person", "result = 'convicted'"),
    "cuckooed_addresses_identified": _count("cuckooing_visit", "address", "found = 'cuckooed'"),
    "cuckooing_visits": _count("cuckooing_visit"),
    "drug_seizures": _count("drug_seizure"),
    "drugs_seized_count": _sum("drug_seizure", "count", "counted_in = 'wraps' and count is not null"),
    "drugs_seized_value": _sum("drug_seizure", "value_gbp", "value_gbp is not null"),
    "drugs_seized_weight": _sum("drug_seizure", "cast(grams * 0.001 as decimal(18, 7))", "grams is not null"),
    "duties_to_notify": _count("duty_to_notify", "person"),
    "engagement_events": _count("engagement"),
    "firearms_seized": _sum("firearm_seizure", where="not imitation"),
    "imitation_firearms_seized": _sum("firearm_seizure", where="imitation"),
    "knives_seized": _sum("weapon_seizure", where="bladed and how = 'seized'"),
    "knives_surrendered_or_recovered": _sum(
        "weapon_seizure", where="bladed and how in ('surrendered', 'recovered')"
    ),
    "line_holders_arrested": f"""
        with {_HOLDERS}
        select force, grouping(force) as whole, count(distinct person)
        from arrested
        {_BOTH}
    """,
    "line_holders_charged": f"""
        with {_HOLDERS},
        charged as (
            select arrested.person, arrested.subject
            from arrested
            join (
                select person, day, arrest
                from {_table("charge")}
                where {_KNOWN} and person in (select person from arrested)
            ) as charge
              on charge.person = arrested.person
             and charge.day >= arrested.day
             and coalesce(charge.arrest, arrested.subject) = arrested.subject
        )
        select force, grouping(force) as whole,
               count(distinct case when subject in (select subject from charged) then person end),
               count(distinct person)
        from arrested
        {_BOTH}
    """,
    "line_holders_convicted": f"""
        with {_HOLDERS},
        charged as (
            select subject, person, day, arrest
            from {_table("charge")}
            where {_KNOWN} and person in (select person from arrested)
        ),
        ended as (
            select charge, result
            from {_table("court_result")}
            where {_KNOWN} and charge in (select subject from charged)
        ),
        waiting as (
            select person from charged where subject not in (select charge from ended)
        )
        select arrested.force, grouping(arrested.force) as whole,
               count(distinct case when ended.result = 'convicted' then arrested.person end),
               count(distinct arrested.person)
        from arrested
        join charged
          on charged.person = arrested.person
         and charged.day >= arrested.day
         and coalesce(charged.arrest, arrested.subject) = arrested.subject
        join ended on ended.charge = charged.subject
        where arrested.person not in (select person from waiting)
        group by grouping sets ((), (arrested.force))
    """,
    "lines_active": _count("line_assessment", "line", "status = 'active'"),
    "lines_closed": _count("line_closure", "line", "type in ('Type 1', 'Type 2')"),
    "lines_disrupted": _count("line_disruption", "line"),
    "nrm_referrals": _count("nrm_referral", "coalesce(reference, subject)"),
    "operations_conducted": _count("activity"),
    "other_items_seized": _sum("other_seizure"),
    "patrol_hours": _sum("patrol", "hours"),
    "people_charged": _count("charge", "person"),
    "people_engaged": _sum("engagement", "people", "people is not null"),
    "people_released": _count("release", "person"),
    "people_safeguarded": _safeguarded("true"),
    "phones_seized": _sum("phone_seizure"),
    "prior_arrest_rate": f"""
        with trafficking as (
            select person, force, day, arrest
            from {_table("charge")}
            where {_ASKED}
              and offence in (select code from offence_list where offence_group = 'drug trafficking')
        ),
        for_violence as (
            select person, day, arrest
            from {_table("prior_arrest")}
            where {_KNOWN}
              and person in (select person from trafficking)
              and offence in (select code from offence_list where offence_group = 'violence')
        )
        select trafficking.force, grouping(trafficking.force) as whole,
               count(distinct case when for_violence.person is not null then trafficking.person end),
               count(distinct trafficking.person)
        from trafficking
        left join for_violence
          on for_violence.person = trafficking.person
         and for_violence.day < trafficking.day
         and coalesce(for_violence.arrest <> trafficking.arrest, true)
        group by grouping sets ((), (trafficking.force))
    """,
    "safeguarding_investigations": _count("safeguarding_enquiry", "person"),
    "safeguarding_referrals": _count("safeguarding_referral", "person"),
    "safeguarding_visits": _count("safeguarding_visit"),
    "safety_plans": _count("safety_plan", "person"),
    "school_visits": _count("engagement", "coalesce(school, subject)", "nature = 'school visit'"),
    "searches_conducted": _count("search"),
    "sentence_years_total": _sum(
        "court_result",
        "cast(sentence_months / 12 as decimal(18, 10))",
        "result = 'convicted' and sentence_months is not null and not coalesce(concurrent, false)",
        "charge",
    ),
    "strategy_meetings": _count("strategy_meeting", "person"),
    "support_offered": _count("safeguarding_offered", "person"),
    "support_received": _count("safeguarding_supported", "person"),
    "vehicles_seized": _sum("vehicle_seizure"),
    "vulnerable_people_identified": _count("vulnerability_identified", "person"),
    "warrants_executed": _count("warrant", where="executed"),
    "weapons_seized": _sum("weapon_seizure", where="how = 'seized'"),
}
"""A statement for each figure, by the figure's name."""

if missing := all_figures().keys() ^ STATEMENTS.keys():
    raise AssertionError(f"Figures and statements differ in {', '.join(sorted(missing))}.")
