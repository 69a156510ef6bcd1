"""How each figure is said in a bulletin: one entry a figure or part. A new figure's wording is an entry here.

The words are those that bulletins use and that `bulletin.read` takes for the same claim; a thousand made-up weeks in
the tests hold both to it. What has no entry is in `untold.py`, with its reason.
"""

from collections.abc import Mapping

from clewline.bulletin.write.wording import Wording

WHOLE = ""
"""In the place of a part's title: the figure itself."""


def _child(done: str) -> Wording:
    return Wording(
        words=f"{{n}} child|children {done}",
        inside="{n} child|children",
        said={"age_group": "children"},
    )


def _adult(done: str) -> Wording:
    return Wording(
        words=f"{{n}} adult|adults {done}",
        inside="{n} adult|adults",
        said={"age_group": "adults"},
    )


def _women(done: str) -> Wording:
    return Wording(
        words=f"{{n}} women and girls {done}", inside="{n} women and girls", said={"sex": "female"}
    )


def _men(done: str) -> Wording:
    return Wording(words=f"{{n}} men and boys {done}", inside="{n} men and boys", said={"sex": "male"})


def _taken(thing: str, **said: str) -> Wording:
    """Return the wording of a part that is a kind of thing seized."""
    return Wording(words=f"{{n}} {thing} seized", inside=f"{{n}} {thing}", said=said)


def _weighed(what: str, **said: str) -> Wording:
    return Wording(words=f"{{n}} of {what} seized", inside=f"{{n}} of {what}", label="", said=said)


def _valued(what: str, **said: str) -> Wording:
    return Wording(words=f"{{n}} worth of {what} seized", label="", estimate=True, said=said)


def _charges(behind: str, **said: str) -> Wording:
    return Wording(words=f"{{n}} charge|charges {behind}", label="", said=said)


def _released(how: str) -> Wording:
    words = f"{{n}} person|people released {how}"
    return Wording(words=words, inside=f"{{n}} released {how}", said={"note": f"released {how}"})


WORDINGS: Mapping[str, Mapping[str, Wording]] = {
    # people protected
    "people_safeguarded": {
        WHOLE: Wording(words="{n} person|people safeguarded", active="safeguarded {n} person|people"),
        "women and girls": _women("safeguarded"),
        "men and boys": _men("safeguarded"),
    },
    "children_safeguarded": {
        WHOLE: Wording(words="{n} child|children safeguarded", active="safeguarded {n} child|children"),
        "girls": Wording(words="{n} girl|girls safeguarded", inside="{n} girl|girls", said={"sex": "female"}),
        "boys": Wording(words="{n} boy|boys safeguarded", inside="{n} boy|boys", said={"sex": "male"}),
    },
    "adults_safeguarded": {WHOLE: Wording(words="{n} adult|adults safeguarded")},
    "safeguarding_referrals": {
        WHOLE: Wording(
            words="{n} person|people referred for safeguarding",
            active="referred {n} person|people for safeguarding",
        ),
        "children": _child("referred for safeguarding"),
        "adults": _adult("referred for safeguarding"),
    },
    "nrm_referrals": {
        WHOLE: Wording(words="{n} referral|referrals to the National Referral Mechanism"),
    },
    "vulnerable_people_identified": {
        WHOLE: Wording(words="{n} person|people identified as exploited or at risk"),
        "children": _child("identified as exploited or at risk"),
        "adults": _adult("identified as exploited or at risk"),
    },
    "safeguarding_visits": {WHOLE: Wording(words="{n} safeguarding visit|visits")},
    "cuckooing_visits": {WHOLE: Wording(words="{n} cuckooing visit|visits")},
    "cuckooed_addresses_identified": {WHOLE: Wording(words="{n} cuckooed address|addresses identified")},
    # lines
    "lines_closed": {
        WHOLE: Wording(words="{n} county line|lines closed", active="closed {n} county line|lines"),
    },
    "lines_disrupted": {WHOLE: Wording(words="{n} county line|lines disrupted")},
    "lines_active": {WHOLE: Wording(words="{n} active county line|lines")},
    "line_holders_arrested": {WHOLE: Wording(words="{n} line holder|holders arrested")},
    # arrests, charges, courts
    "arrests": {
        WHOLE: Wording(words="{n} arrest|arrests", active="made {n} arrest|arrests"),
        "of children": _child("arrested"),
        "of women and girls": _women("arrested"),
        "of men and boys": _men("arrested"),
    },
    "people_charged": {
        WHOLE: Wording(words="{n} person|people charged", active="charged {n} person|people"),
        "with drug trafficking": Wording(
            words="{n} person|people charged with drug trafficking",
            label="",
            said={"offence": "drug trafficking"},
        ),
        "with modern slavery": Wording(
            words="{n} person|people charged with modern slavery",
            label="",
            said={"offence": "modern slavery"},
        ),
        "children": Wording(words="{n} child|children charged", said={"age_group": "children"}),
    },
    "charges": {
        WHOLE: Wording(words="{n} charge|charges"),
        "for drug trafficking": _charges("for drug trafficking", offence="drug trafficking"),
        "for Class A drugs": _charges("for Class A drugs", drug_class="A"),
        "for Class B drugs": _charges("for Class B drugs", drug_class="B"),
        "for Class A and B drugs": _charges("for Class A and B drugs", drug_class="A+B"),
        "for modern slavery": _charges("for modern slavery", offence="modern slavery"),
    },
    "people_released": {
        WHOLE: Wording(words="{n} person|people released from custody"),
        "released under investigation": _released("under investigation"),
        "released on bail": _released("on bail"),
        "released without charge": _released("without charge"),
    },
    "convictions": {WHOLE: Wording(words="{n} person|people convicted")},
    "sentence_years_total": {WHOLE: Wording(words="prison sentences totalling {n} year|years", label="")},
    # drugs
    "drugs_seized_value": {
        WHOLE: Wording(
            words="{n} worth of drugs seized",
            active="seized {n} worth of drugs",
            label="",
            estimate=True,
        ),
        "Class A": _valued("Class A drugs", drug_class="A"),
        "Class B": _valued("Class B drugs", drug_class="B"),
        "Class A and B": _valued("Class A and B drugs", drug_class="A+B"),
        "cocaine": _valued("cocaine", drug="cocaine"),
        "crack cocaine": _valued("crack cocaine", drug="crack cocaine"),
        "heroin": _valued("heroin", drug="heroin"),
        "cannabis": _valued("cannabis", drug="cannabis"),
    },
    "drugs_seized_weight": {
        WHOLE: Wording(words="{n} of drugs seized", label=""),
        "Class A": _weighed("Class A drugs", drug_class="A"),
        "Class B": _weighed("Class B drugs", drug_class="B"),
        "Class A and B": _weighed("Class A and B drugs", drug_class="A+B"),
        "cocaine": _weighed("cocaine", drug="cocaine"),
        "crack cocaine": _weighed("crack cocaine", drug="crack cocaine"),
        "heroin": _weighed("heroin", drug="heroin"),
        "cannabis": _weighed("cannabis", drug="cannabis"),
    },
    "drugs_seized_count": {
        WHOLE: Wording(words="{n} wrap|wraps of drugs seized"),
        "wraps of cocaine": _taken("wrap|wraps of cocaine", drug="cocaine"),
        "wraps of crack cocaine": _taken("wrap|wraps of crack cocaine", drug="crack cocaine"),
        "wraps of heroin": _taken("wrap|wraps of heroin", drug="heroin"),
        # other pieces than wraps are beside them, and no part of them
        "cannabis plants": Wording(words="{n} cannabis plant|plants seized", said={"drug": "cannabis"}),
        "tablets": Wording(words="{n} tablet|tablets seized"),
        "tablets of MDMA": Wording(words="{n} tablet|tablets of MDMA seized", said={"drug": "MDMA"}),
        "bags": Wording(words="{n} bag|bags of drugs seized"),
        "bundles": Wording(words="{n} bundle|bundles of drugs seized"),
    },
    "drug_seizures": {
        WHOLE: Wording(words="{n} drug seizure|seizures"),
        "of Class A drugs": Wording(
            words="{n} seizure|seizures of Class A drugs",
            inside="{n} seizure|seizures of Class A drugs",
            label="",
            said={"drug_class": "A"},
        ),
        "of Class B drugs": Wording(
            words="{n} seizure|seizures of Class B drugs",
            inside="{n} seizure|seizures of Class B drugs",
            label="",
            said={"drug_class": "B"},
        ),
    },
    # money and goods
    "cash_seized": {
        WHOLE: Wording(words="{n} in cash seized", active="seized {n} in cash", label="cash seized"),
    },
    "assets_seized_value": {
        WHOLE: Wording(words="{n} worth of goods seized", label="", estimate=True),
        "designer clothing": _valued("designer clothing", item="designer clothing"),
    },
    "other_items_seized": {WHOLE: Wording(words="{n} other item|items seized", said={"item": "items"})},
    # weapons
    "weapons_seized": {
        WHOLE: Wording(words="{n} weapon|weapons seized", active="seized {n} weapon|weapons"),
        "machetes": _taken("machete|machetes", weapon="machete"),
        "swords": _taken("sword|swords", weapon="sword"),
        "axes": _taken("axe|axes", weapon="axe"),
        "knuckledusters": _taken("knuckleduster|knuckledusters", weapon="knuckleduster"),
    },
    "knives_seized": {
        WHOLE: Wording(words="{n} bladed weapon|weapons seized", said={"weapon": "bladed"}),
        "knives so named": _taken("knife|knives"),
        "zombie knives": _taken("zombie knife|knives", weapon="zombie knife"),
    },
    "firearms_seized": {WHOLE: Wording(words="{n} firearm|firearms seized")},
    "imitation_firearms_seized": {WHOLE: Wording(words="{n} imitation firearm|firearms seized")},
    "knives_surrendered_or_recovered": {
        WHOLE: Wording(
            words="{n} bladed weapon|weapons surrendered or recovered in sweeps", said={"weapon": "bladed"}
        ),
    },
    # phones, vehicles
    "phones_seized": {
        WHOLE: Wording(words="{n} phone|phones seized"),
        "deal line handsets": _taken("deal line handset|handsets", item="deal line handset"),
    },
    "vehicles_seized": {
        WHOLE: Wording(words="{n} vehicle|vehicles seized"),
        "cars": _taken("car|cars", item="car"),
        "e-scooters": _taken("e-scooter|e-scooters", item="e-scooter"),
    },
    # police work, engagement
    "warrants_executed": {WHOLE: Wording(words="{n} warrant|warrants executed")},
    "searches_conducted": {
        WHOLE: Wording(words="{n} search|searches carried out"),
        "of people": Wording(words="{n} person|people searched", unit="people"),
        "of premises": Wording(words="{n} premises searched", unit="premises"),
        "of vehicles": Wording(words="{n} vehicle|vehicles searched", unit="vehicles"),
        "of prisons": Wording(words="{n} prison|prisons searched", unit="prisons"),
        "of cells": Wording(words="{n} cell|cells searched", unit="cells"),
    },
    "operations_conducted": {WHOLE: Wording(words="{n} operation|operations carried out")},
    "patrol_hours": {WHOLE: Wording(words="{n} officer hour|hours of patrol")},
    "people_engaged": {
        WHOLE: Wording(words="{n} person|people spoken to"),
        "pupils": Wording(
            words="{n} pupil|pupils spoken to",
            inside="{n} pupil|pupils",
            said={"age_group": "pupils"},
        ),
        "professionals": Wording(
            words="{n} professional|professionals spoken to",
            inside="{n} professional|professionals",
            said={"age_group": "professionals"},
        ),
    },
    "engagement_events": {
        WHOLE: Wording(words="{n} engagement event|events"),
        "sessions": Wording(words="{n} engagement session|sessions"),
        "business visits": Wording(words="{n} business visit|visits"),
    },
    "school_visits": {WHOLE: Wording(words="{n} school|schools visited")},
    # shares: whole clauses, set behind the days
    "line_holders_charged": {
        WHOLE: Wording(
            words="{n} of the line holders arrested have been charged",
            label="",
            said={"base": "line_holder_arrested"},
        ),
    },
    "line_holders_convicted": {
        WHOLE: Wording(
            words="{n} of the line holders charged whose case has ended have been convicted",
            label="",
            said={"base": "line_holder_charged_whose_case_has_ended"},
        ),
    },
    "prior_arrest_rate": {
        WHOLE: Wording(
            words="{n} of the people charged with drug trafficking had been arrested for violence before",
            label="",
            said={"base": "people_charged_with_drug_trafficking"},
        ),
    },
}
"""Wording by figure and, within it, by the title of a part."""
