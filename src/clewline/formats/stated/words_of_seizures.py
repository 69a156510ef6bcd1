"""The words of releases for what was seized: drugs, money, weapons and other things."""

from functools import partial

from clewline.formats.stated.word import Kind, Word, say

OF_SEIZURES: dict[str, Word] = {}
_say = partial(say, OF_SEIZURES)

DRUGS = "drugs_seized_value drugs_seized_weight drugs_seized_count drug_seizures"

# ---- drugs
_BY_DRUG = DRUGS + " charges"
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
