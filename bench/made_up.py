"""What the ten million entries say: how many of each kind there are, and each field in DuckDB's SQL.

In the expressions `i` is the number of a subject of its kind, `v` the version (0 as first reported, 1 as
corrected later, 2 as reported by a second force).
"""

from datetime import date

FIRST_DAY = date(2019, 11, 1)
LAST_DAY = date(2026, 10, 31)

KINDS = {
    "arrest": 1_200_000,
    "charge": 1_100_000,
    "court_result": 825_000,
    "release": 550_000,
    "prior_arrest": 700_000,
    "role": 300_000,
    "person": 300_000,
    "line": 20_000,
    "line_closure": 60_000,
    "line_assessment": 250_000,
    "line_disruption": 80_000,
    "warrant": 150_000,
    "search": 900_000,
    "activity": 120_000,
    "patrol": 300_000,
    "engagement": 250_000,
    "cuckooing_visit": 250_000,
    "safeguarding_referral": 250_000,
    "strategy_meeting": 80_000,
    "safety_plan": 60_000,
    "safeguarding_enquiry": 100_000,
    "safeguarding_visit": 80_000,
    "safeguarding_offered": 100_000,
    "safeguarding_supported": 60_000,
    "vulnerability_identified": 250_000,
    "nrm_referral": 60_000,
    "duty_to_notify": 50_000,
    "drug_seizure": 500_000,
    "cash_seizure": 150_000,
    "asset_seizure": 40_000,
    "weapon_seizure": 150_000,
    "firearm_seizure": 25_000,
    "phone_seizure": 400_000,
    "vehicle_seizure": 40_000,
    "other_seizure": 200_000,
}
"""Subjects of each kind, in proportion."""


def joint(kind: str) -> float:
    """Return the share of the kind's subjects that a second force reports too."""
    return 0.01 if kind == "arrest" or kind.endswith("_seizure") else 0.0


MACROS = (
    # Hashed again, because the lower bits of hash(i, 'a') and hash(i, 'b') go together.
    "h(i, salt) as cast(hash(hash(i, salt)) >> 2 as bigint)",
    "chosen(list, i, salt) as list[h(i, salt) % len(list) + 1]",
    "force_name(n) as forces()[n % len(forces()) + 1]",
    "force_of(i, v) as force_name(h(i, 'force') % 44 + v // 2)",
    "team_of(i, v) as chosen(['Borough crime squad', 'Proactive team', 'Custody', 'Response'], i + v, 'team')",
    "line_number(i) as h(i, 'line') % n_line()",
    "line_of(i, v) as case when h(i, 'named') % 3 > 0 then 'L' || line_number(i) end",
    "operation_of(i, v) as case when h(i, 'operation') % 4 = 0 then 'Week ' || (h(i, 'week') % 12) end",
    "person_name(p) as force_name(h(p, 'home')) || '/P' || lpad(cast(p as varchar), 6, '0')",
    "age_on(p) as 12 + h(p, 'age') % 45",
    "sex_of(p) as case when h(p, 'sex') % 7 = 0 then 'female' else 'male' end",
    "day_at(i, n) as date '{first}' + cast(i * {days} // n as integer)",
    "first_told(i, happened) as cast(happened as timestamp) + to_minutes(cast(h(i, 'told') % 20000 as integer))",
    "corrected(i) as h(i, 'corrected') % 50 = 0",
    "corrected_at(i, happened) as first_told(i, happened) + to_hours(cast(100 + h(i, 'when') % 4000 as integer))",
    "batch_of(kind, i, v) as substr(md5(kind || '/' || (i // 5000) || '/' || v), 1, 12)",
    "subject_of(kind, i) as kind || '/' || lpad(cast(i as varchar), 8, '0')",
    "someone(i, salt) as h(i, salt) % n_person()",
    "arrested(a) as someone(a, 'arrested')",
    "arrest_behind(i) as h(i, 'arrest') % n_arrest()",
    "charged_on(i) as day_at(arrest_behind(i), n_arrest()) + cast(h(i, 'charged') % 90 as integer)",
    "ended(p) as h(p, 'ended') % 4 > 0",
)
"""SQL that the expressions below share."""


def _person(who: str) -> dict[str, str]:
    return {"person": f"person_name({who})", "age": f"age_on({who})", "sex": f"sex_of({who})"}


def _met(salt: str) -> dict[str, str]:
    return _person(f"someone(i, '{salt}')")


_ARRESTED = _person("arrested(arrest_behind(i))")
_COUNT = {"count": "1 + h(i, 'count') % 3 + v"}
_POUNDS = {"value_gbp": "(100 + h(i, 'pounds') % 900000) / 100 + v"}

FACTS: dict[str, dict[str, str]] = {
    "arrest": {
        **_person("arrested(i)"),
        "offence": "chosen(offences(), i, 'offence')",
        "joint_with": "null",
        "place": "chosen(['custody', 'street', 'premises'], i, 'place')",
    },
    "charge": {
        **_ARRESTED,
        "day": "charged_on(i)",
        "offence": "chosen(offences(), i, 'offence')",
        "arrest": "subject_of('arrest', arrest_behind(i))",
        "act_on": "charged_on(i) - cast(h(i, 'act') % 90 as integer)",
        "age_at_act": "13 + h(i, 'age') % 40",
    },
    "court_result": {
        **_ARRESTED,
        "day": "charged_on(i) + cast(60 + h(i, 'court') % 300 as integer)",
        "charge": "subject_of('charge', i)",
        "result": "chosen(['convicted', 'convicted', 'convicted', 'acquitted', 'discontinued'], i, 'result')",
        "plea": "chosen(['guilty', 'not guilty', 'none'], i, 'plea')",
        "sentence_months": "case when h(i, 'custody') % 2 = 0 then 3 + h(i, 'months') % 80 end",
        "concurrent": "case when h(i, 'concurrent') % 3 = 0 then true end",
    },
    "release": {
        **_ARRESTED,
        "arrest": "subject_of('arrest', arrest_behind(i))",
        "outcome": "chosen(['released on bail', 'released without charge'], i, 'outcome')",
    },
    "prior_arrest": {
        "person": "person_name(someone(i, 'prior'))",
        "offence": "chosen(offences(), i, 'offence')",
        "arrest": "null",
    },
    "role": {
        "person": "person_name(i % n_person())",
        "line": "'L' || line_number(i)",
        "role": "chosen(['line holder', 'line holder', 'runner', 'elder', 'associate'], i, 'role')",
        "basis": "'handset'",
        "said_by": "null",
    },
    "person": {
        "number": "'P' || lpad(cast(i as varchar), 6, '0')",
        "family_name": "'Name ' || h(i, 'family') % 5000",
        "given_names": "'Name ' || h(i, 'given') % 900",
        "born": "date '1960-01-01' + cast(h(i, 'born') % 18000 as integer)",
        "sex": "sex_of(i)",
        "ethnicity": "null",
        "home_area": "case when h(i, 'home') % 3 = 0 then chosen(forces(), i, 'home') end",
    },
    "line": {
        "subject": "'L' || i",
        "day": f"date '{FIRST_DAY}' + cast(i % 30 as integer)",
        "name": "'Line ' || i",
        "nature": "chosen(['cross-boundary', 'internal'], i, 'nature')",
        "origin": "force_of(i, v)",
        "importing": "'[]'",
    },
    "line_closure": {
        "line": "'L' || line_number(i)",
        "type": "chosen(['Type 1', 'Type 2', null], i, 'type')",
        "holder": "person_name(someone(i, 'holder'))",
        "holder_charged": "h(i, 'charged') % 3 > 0",
        "number_removed": "true",
        "handset_removed": "true",
        "evidence": "null",
        "decided_by": "null",
    },
    "line_assessment": {
        "line": "'L' || line_number(i)",
        "status": "chosen(['active', 'active', 'dormant', 'closed'], i, 'status')",
    },
    "line_disruption": {
        "line": "'L' || line_number(i)",
        "level": "chosen(['major', 'moderate', 'minor'], i, 'level')",
        "how": "null",
    },
    "warrant": {"executed": "h(i, 'executed') % 10 > 0", "power": "null", "premises": "null"},
    "search": {
        "searched": "chosen(['person', 'premises', 'vehicle', 'cell'], i, 'searched')",
        "power": "null",
        "found": "h(i, 'found') % 3 = 0",
    },
    "activity": {"nature": "chosen(['disruption', 'patrol plan', 'joint visit'], i, 'nature')"},
    "patrol": {"hours": "(4 + h(i, 'hours') % 160) / 4 + v"},
    "engagement": {
        "nature": "chosen(['school visit', 'session', 'event', 'leaflet drop', 'business visit'], i, 'nature')",
        "people": "case when h(i, 'many') % 5 > 0 then 5 + h(i, 'people') % 300 + v end",
        "audience": "chosen(['pupils', 'parents', 'taxi drivers', 'landlords'], i, 'audience')",
        "school": "case when h(i, 'nature') % 2 = 0 then 'School ' || h(i, 'school') % 4000 end",
    },
    "cuckooing_visit": {
        "address": "'address ' || h(i, 'address') % 90000",
        "found": "chosen(['cuckooed', 'not cuckooed', 'no access'], i, 'found')",
    },
    "safeguarding_referral": {
        **_met("referred"),
        "partner": "chosen(['council', 'charity'], i, 'partner')",
        "basis": "chosen(['consent', 'safeguarding a child', null], i, 'basis')",
    },
    "strategy_meeting": _met("meeting"),
    "safety_plan": _met("plan"),
    "safeguarding_enquiry": {**_met("enquiry"), "duty": "chosen(['section 47', 'section 42'], i, 'duty')"},
    "safeguarding_visit": {"person": "person_name(someone(i, 'visit'))", "address": "null"},
    "safeguarding_offered": {**_met("offered"), "accepted": "h(i, 'accepted') % 2 = 0"},
    "safeguarding_supported": {**_met("supported"), "service": "chosen(['mentor', 'health'], i, 'service')"},
    "vulnerability_identified": {
        **_met("vulnerable"),
        "concern": "chosen(['exploited', 'missing'], i, 'concern')",
    },
    "nrm_referral": {
        **_met("nrm"),
        "reference": "case when h(i, 'ref') % 5 > 0 then 'NRM' || h(i, 'nrm') % 50000 end",
        "first_responder": "chosen(['police', 'council'], i, 'responder')",
    },
    "duty_to_notify": _met("duty"),
    "drug_seizure": {
        "drug": "chosen(drugs(), i, 'drug')",
        "grams": "case when h(i, 'weighed') % 4 > 0 then (1 + h(i, 'grams') % 400000) / 1000 + v end",
        "count": "case when h(i, 'counted') % 2 = 0 then 1 + h(i, 'pieces') % 90 + v end",
        "counted_in": "chosen(['wraps', 'wraps', 'plants', 'tablets', 'bags'], i, 'pack')",
        **_POUNDS,
    },
    "cash_seizure": {
        "currency": "chosen(['GBP', 'GBP', 'GBP', 'EUR'], i, 'currency')",
        "amount": "(500 + h(i, 'cash') % 900000) / 100 + v",
    },
    "asset_seizure": {"item": "chosen(['watch', 'jewellery', 'trainers'], i, 'item')", **_POUNDS, **_COUNT},
    "weapon_seizure": {
        "weapon": "chosen(['knife', 'machete', 'sword', 'baton', 'axe'], i, 'weapon')",
        "bladed": "h(i, 'bladed') % 4 > 0",
        **_COUNT,
        "how": "chosen(['seized', 'seized', 'surrendered', 'recovered'], i, 'how')",
    },
    "firearm_seizure": {
        "firearm": "chosen(['pistol', 'shotgun', 'rifle'], i, 'firearm')",
        "imitation": "h(i, 'imitation') % 3 = 0",
        **_COUNT,
    },
    "phone_seizure": {**_COUNT, "deal_line": "h(i, 'deal') % 3 = 0", "imei": "null"},
    "vehicle_seizure": {"vehicle": "chosen(['car', 'e-scooter', 'moped'], i, 'vehicle')", **_COUNT},
    "other_seizure": {"item": "chosen(['scales', 'bags', 'tick list'], i, 'item')", **_COUNT},
}
"""The kind's own fields, and its day or subject where they follow from another entry."""

BEHIND = {"court_result": ("charge", "ended(arrested(arrest_behind(i)))")}
"""Kinds that have the numbers of another kind, where a condition holds: the results of the charges that ended."""
