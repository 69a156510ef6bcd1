"""The words that stand beside published numbers, and what each does to the number.

One entry per wording, in small letters and in the singular; `singular` brings a text's words to that form.
A new wording is a new entry, never a branch in the reader.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from clewline.formats.stated.labels import Pairs

Kind = tuple[str, str]
"""An indicator with its unit."""


@dataclass(frozen=True, kw_only=True)
class Word:
    """What a word or phrase beside a number says about it."""

    fits: frozenset[str] | None = None
    """Indicators and units beside which it only confirms or qualifies; None fits all."""
    turns: Mapping[str, Kind] = field(default_factory=dict)
    """Indicators that it makes into another: `charged` after arrested line holders counts holders charged."""
    means: Kind | None = None
    """What it counts where it does not fit; without it the number is not read."""
    unit: str | None = None
    """Unit that it gives a number it fits: `kg`, `plants`."""
    said: Pairs = ()
    """Qualifiers that it adds; `{words}` stands for the words in the singular, `{text}` for them as they are."""
    noted: bool = False
    """Whether the words themselves are kept as a note, because the definition turns on them."""
    noted_in: frozenset[str] = frozenset()
    """Indicators in which alone they are so kept: `seized` is a force's own word for the end of a line."""
    fills: bool = False
    """Whether it says nothing of what is counted, so that a number with it alone is still bare."""


_TABLE: dict[str, Word] = {}


def _say(
    phrases: str,
    *,
    fits: str | None = None,
    turns: Mapping[str, Kind] | None = None,
    means: Kind | None = None,
    unit: str | None = None,
    noted: bool = False,
    noted_in: str = "",
    fills: bool = False,
    **said: str,
) -> None:
    word = Word(
        fits=None if fits is None else frozenset(fits.split()),
        turns=turns or {},
        means=means,
        unit=unit,
        said=tuple(sorted(said.items())),
        noted=noted,
        noted_in=frozenset(noted_in.split()),
        fills=fills,
    )
    _TABLE.update({phrase.strip(): word for phrase in phrases.split(",")})


_SAFE = "people_safeguarded children_safeguarded adults_safeguarded"
_ENGAGED: Kind = ("people_engaged", "people")
_SEEN: Kind = ("vulnerable_people_identified", "people")
_LINES = "lines"
_DRUGS = "drugs_seized_value drugs_seized_weight drugs_seized_count drug_seizures"
_HOLDERS = "line_holders_arrested line_holders_charged line_holders_convicted"


def _each(names: str, kind: Kind) -> dict[str, Kind]:
    return dict.fromkeys(names.split(), kind)


# ---- who: they qualify any count of people
_CHILD = {"people_safeguarded": ("children_safeguarded", "people")}
_ADULT = {"people_safeguarded": ("adults_safeguarded", "people")}
_say("people, person, individual, man and woman, male and female", fits="people referrals")
_say("vulnerable people, vulnerable person, vulnerable individual", fits="people referrals")
_say("man, male, man and boy", fits="people", sex="male")
_say("woman, female, woman and girl", fits="people", sex="female")
_say("boy", fits="people", turns=_CHILD, sex="male", age_group="children")
_say("girl", fits="people", turns=_CHILD, sex="female", age_group="children")
_say("child, juvenile, under 18, child under 18", fits="people", turns=_CHILD, age_group="children")
_say("adult, vulnerable adult", fits="people", turns=_ADULT, age_group="adults")
_say("vulnerable child", fits="people", turns=_CHILD, age_group="children")
_say("young people, young person, youth, youngster", fits="people", age_group="young people")
_say("teenager, teen", fits="people", age_group="teenagers")
_say(
    "adult and child, child and adult, vulnerable adult and child, child and vulnerable adult, "
    "vulnerable young people and adult",
    fits="people",
    age_group="adults and children",
)
_say("student", fits="people", means=_ENGAGED, age_group="students")
_say("pupil, schoolchild, school child", fits="people", means=_ENGAGED, age_group="pupils")
_say("professional, partner, staff, practitioner", fits="people_engaged", age_group="professionals")
_say("resident, member of the public, passenger", fits="people_engaged", noted=True)

# ---- the law
_say(
    "arrest, arrested, people arrested, arrest made, suspect, suspect arrested, detained, offender",
    fits="arrests line_holders_arrested",
    means=("arrests", "people"),
)
_say(
    "charged, people charged, defendant, been charged, being charged",
    fits="people_charged line_holders_charged",
    turns={"line_holders_arrested": ("line_holders_charged", "people")},
    means=("people_charged", "people"),
)
_say("charge, offence, count, charge brought", fits="charges", means=("charges", "charges"))
_say(
    "convicted, conviction, people convicted",
    fits="convictions line_holders_convicted",
    turns={"line_holders_arrested": ("line_holders_convicted", "people")},
    means=("convictions", "people"),
)
_say(
    "line holder, line-holder, line holder arrested",
    fits=_HOLDERS + " people",
    means=("line_holders_arrested", "people"),
)
_say("drug trafficking, drug supply", fits="charges people_charged arrests", offence="drug trafficking")
_say("modern slavery", fits="charges people_charged arrests", offence="modern slavery")
_say(
    "released, released under investigation, released on bail, released without charge",
    fits="people_released",
    means=("people_released", "people"),
    noted=True,
)
_say("year, year in prison, year imprisonment", fits="sentence_years_total")

# ---- lines: which word a force uses for an end is part of its definition, so it is kept
_say(
    "line, county line, drug line, deal line, drug dealing line, network",
    fits=_LINES,
    means=("lines_closed", _LINES),
)
_say(
    "closed, line closed, county line closed, shut, shut down, closed down",
    fits="lines_closed",
    means=("lines_closed", _LINES),
)
_say(
    "dismantled, line dismantled, taken out, taken down, removed, intercepted, "
    "intercepted and shut down, identified and closed",
    fits="lines_closed",
    noted=True,
)
_say(
    "line seized, drug line seized, county line seized",
    fits="lines_closed phones_seized",
    means=("lines_closed", _LINES),
    noted=True,
)
_say(
    "disrupted, line disrupted",
    fits="lines_disrupted",
    turns={"lines_closed": ("lines_disrupted", _LINES)},
    means=("lines_disrupted", _LINES),
)
_say("active, active line", fits="lines_active", turns={"lines_closed": ("lines_active", _LINES)})

# ---- protecting people: engaged, identified, referred and safeguarded never merge
_say(
    "safeguarded, people safeguarded, protected, supported, people protected, helped, safeguarding",
    fits=_SAFE,
    means=("people_safeguarded", "people"),
)
_say(
    "engaged, engaged with, people engaged, people spoken to, spoken to, spoken with",
    fits="people_engaged",
    means=_ENGAGED,
)
# a count of two kinds at once is kept as the wider kind, with its words
_say(
    "spoken with or safeguarded, spoken to or safeguarded, engaged or safeguarded",
    fits="people_engaged",
    means=_ENGAGED,
    noted=True,
)
_say(
    "identified",
    fits="vulnerable_people_identified cuckooed_addresses_identified",
    turns={
        **_each(_SAFE, _SEEN),
        "lines_closed": ("other_result", _LINES),
        "cuckooing_visits": ("cuckooed_addresses_identified", "addresses"),
    },
    noted_in="other_result",
)
_say("victim", fits="people nrm_referrals", noted=True)
_say(
    "referred, people referred, referred for safeguarding",
    fits="nrm_referrals safeguarding_referrals",
    turns=_each(_SAFE, ("safeguarding_referrals", "people")),
)
_say("referral", fits="nrm_referrals safeguarding_referrals", unit="referrals")
_say("safeguarding referral", fits="safeguarding_referrals", means=("safeguarding_referrals", "referrals"))
_say(
    "nrm referral, national referral mechanism referral",
    fits="nrm_referrals",
    means=("nrm_referrals", "referrals"),
)
_say("modern slavery referral", fits="nrm_referrals", means=("nrm_referrals", "referrals"), noted=True)
_say("offered", fits="safeguarding_referrals " + _SAFE, noted=True)
_say("visit, cuckooing visit, cuckoo visit", fits="visits", means=("cuckooing_visits", "visits"))
_say(
    "welfare visit, welfare check, safeguarding visit, welfare and safeguarding visit",
    fits="safeguarding_visits",
    means=("safeguarding_visits", "visits"),
)
_say("check", fits="visits", noted=True)
_say(
    "address, property, home, house, premise, cuckooed address, suspected cuckoo address",
    fits="cuckooing_visits safeguarding_visits cuckooed_addresses_identified warrants_executed",
    means=("other_result", "addresses"),
)
_say(
    "cuckooed, found cuckooed",
    fits="cuckooed_addresses_identified",
    turns={"cuckooing_visits": ("cuckooed_addresses_identified", "addresses")},
)

# ---- engagement
_say(
    "event, community event, local event",
    fits="engagement_events",
    unit="events",
    means=("engagement_events", "events"),
)
_say(
    "session, input, talk, presentation, workshop",
    fits="engagement_events school_visits",
    unit="sessions",
    means=("engagement_events", "sessions"),
)
_say("school, college, school visit", fits="school_visits", means=("school_visits", "schools"))
for _place in (
    "hotel",
    "taxi firm",
    "hotel and taxi firm",
    "taxi company",
    "business",
    "station",
    "shop",
    "child home",
):
    _say(_place, means=("engagement_events", "premises"), fits="", place="{text}")
_say("maildrop, mail drop, leaflet, leaflet drop", fits="people_engaged other_result", noted=True)

# ---- police work
_say("warrant, search warrant", fits="warrants_executed", means=("warrants_executed", "warrants"))
_say(
    "search, stop search, stop and search",
    fits="searches_conducted",
    means=("searches_conducted", "searches"),
)
_say("prison", fits="searches_conducted", unit="prisons")
_say("cell", fits="searches_conducted", unit="cells")
_say("inmate, prisoner", fits="searches_conducted", unit="people")
_say("operation", fits="operations_conducted", means=("operations_conducted", "operations"))
_say("hour, hour of patrol", fits="patrol_hours")

# ---- drugs
_BY_DRUG = _DRUGS + " charges"
for _drug in (
    "cocaine",
    "heroin",
    "cannabis",
    "ketamine",
    "amphetamine",
    "spice",
    "benzodiazepine",
    "cannabis resin",
):
    _say(_drug, fits=_BY_DRUG, drug=_drug)
_say("crack, crack cocaine", fits=_BY_DRUG, drug="crack cocaine")
_say("mdma, ecstasy", fits=_BY_DRUG, drug="MDMA")
_say("class a, class a drug", fits=_BY_DRUG, drug_class="A")
_say("class b, class b drug", fits=_BY_DRUG, drug_class="B")
_say("class c, class c drug", fits=_BY_DRUG, drug_class="C")
_say("class a and b, class a and class b, class a and b drug", fits=_BY_DRUG, drug_class="A+B")
_say("class b and c, class b and class c", fits=_BY_DRUG, drug_class="B+C")
_say("drug, worth of drug, illegal drug", fits=_BY_DRUG)
_say("drug seizure, seizure", fits="drug_seizures", means=("drug_seizures", "seizures"))
_WEIGHT = "drugs_seized_weight"
_say("kg, kilo, kilogram, kilogramme", fits=_WEIGHT, unit="kg", means=(_WEIGHT, "kg"))
_say("g, gram, gramme", fits=_WEIGHT, unit="g", means=(_WEIGHT, "g"))
_say("tonne", fits=_WEIGHT, unit="tonnes", means=(_WEIGHT, "tonnes"))
_COUNT = "drugs_seized_count"
_say("wrap, rock", fits=_COUNT, unit="wraps", means=(_COUNT, "wraps"))
_say("deal, street deal", fits=_COUNT, unit="wraps", means=(_COUNT, "wraps"), noted=True)
_say("plant", fits=_COUNT, unit="plants", means=(_COUNT, "plants"))
_say("cannabis plant", fits=_COUNT, unit="plants", means=(_COUNT, "plants"), drug="cannabis")
_say("tablet, pill", fits=_COUNT, unit="tablets", means=(_COUNT, "tablets"))
_say("bag", fits=_COUNT, unit="bags", means=(_COUNT, "bags"))
_say("bundle", fits=_COUNT, unit="bundles", means=(_COUNT, "bundles"))

# ---- money
_say("cash, in cash, illicit cash, in illicit cash", fits="cash_seized", means=("cash_seized", "GBP"))
_say(
    "counterfeit, counterfeit cash, counterfeit note, counterfeit currency, fake note",
    fits="other_items_seized",
    turns={
        "cash_seized": ("other_items_seized", "GBP"),
        "assets_seized_value": ("other_items_seized", "GBP"),
    },
    item="{words}",
)

# ---- weapons: a gun, an imitation and a knife are counted apart from other weapons
_KNIFE: Kind = ("knives_seized", "items")
_ARMS = "weapons_seized firearms_seized imitation_firearms_seized knives_seized"
_say("weapon", fits="weapons_seized", means=("weapons_seized", "items"))
_say("knife and weapon, weapon and knife, weapon including knife", fits="weapons_seized", noted=True)
_say("offensive weapon", fits="", means=("weapons_seized", "items"), weapon="offensive weapon")
for _arm in (
    "machete",
    "sword",
    "samurai sword",
    "axe",
    "crossbow",
    "baton",
    "taser",
    "knuckleduster",
    "bat",
    "baseball bat",
    "hammer",
    "meat cleaver",
    "cs spray",
    "bb gun",
    "gas gun",
):
    _say(_arm, fits="", means=("weapons_seized", "items"), weapon="{words}")
_say("knife", fits="knives_seized knives_surrendered_or_recovered", means=_KNIFE)
_say("blade, bladed weapon, bladed article, bladed", fits="", means=_KNIFE, weapon="bladed")
for _blade in ("zombie", "hunting", "lock", "kitchen", "large", "flick", "combat", "hammer"):
    _say(f"{_blade} knife", fits="", means=_KNIFE, weapon="{words}")
_say("firearm, gun", fits="firearms_seized", means=("firearms_seized", "items"))
_say("shotgun, handgun, pistol, revolver", fits="", means=("firearms_seized", "items"), weapon="{words}")
_say(
    "imitation, imitation firearm, imitation gun, suspected imitation firearm, imitation weapon",
    fits="imitation_firearms_seized",
    turns={"firearms_seized": ("imitation_firearms_seized", "items")},
    means=("imitation_firearms_seized", "items"),
)

# ---- other things
_PHONES: Kind = ("phones_seized", "items")
_say("phone, mobile phone, mobile, handset, device, telephone", fits="phones_seized", means=_PHONES)
_say(
    "deal line handset, deal line phone, deal phone, county line phone",
    fits="",
    means=_PHONES,
    item="deal line handset",
)
_say("vehicle", fits="vehicles_seized", means=("vehicles_seized", "items"))
for _ride in (
    "car",
    "van",
    "e-scooter",
    "e-bike",
    "motorbike",
    "motorcycle",
    "moped",
    "bicycle",
    "electric bike",
):
    _say(_ride, fits="", means=("vehicles_seized", "items"), item="{words}")
_say(
    "asset, sim card",
    fits="",
    means=("other_items_seized", "items"),
    item="{text}",
)
_say("phone line", fits="lines phones_seized", means=("lines_closed", "lines"))
_say("item, thing", fits="items")

# ---- words that change nothing in what is counted
_SEIZED = (
    "weapons_seized firearms_seized imitation_firearms_seized knives_seized phones_seized vehicles_seized "
    "other_items_seized cash_seized assets_seized_value " + _DRUGS
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

WORDS: Mapping[str, Word] = _TABLE

REMARKS = frozenset(("including", "incl", "incl.", "among them", "of which", "of whom"))
"""Words that open a part of the number before them, or a remark about it."""

_MONTHS = "january february march april may june july august september october november december"
NEVER_FREE = frozenset(
    f"{_MONTHS} jan feb mar apr jun jul aug sep sept oct nov dec day week month year hour am pm".split()
) | {"age", "aged", "number", "figure", "total", "no", "not"}
"""Words that never name a thing seized: a number beside them is a date, an age or a remark."""

_ODD_PLURALS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "schoolchildren": "schoolchild",
    "axes": "axe",
    "knives": "knife",
    "adults'": "adult",
    "children's": "child",
    "staff": "staff",
}


def singular(word: str) -> str:
    """Return a word in small letters and, if it is a plural, in the singular: `Machetes` gives `machete`."""
    word = word.lower().replace("’", "'")
    head, dash, last = word.rpartition("-")
    if dash:
        return f"{head} {singular(last)}" if last in _ODD_PLURALS else f"{head}-{singular(last)}"
    if word in _ODD_PLURALS:
        return _ODD_PLURALS[word]
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1]
