"""Weapons, phones, vehicles and other things as bulletins name them. A new wording is one entry here."""

from clewline.bulletin.read.lexicon.entry import names
from clewline.bulletin.read.lexicon.thing import Things, entering, singular_of

THINGS: Things = {}
thing = entering(THINGS)

# ---- weapons
thing(
    "weapon",
    """
    weapons, dangerous weapons, suspected weapons, bladed and offensive weapons, other weapons, weapon
""",
)
thing("weapon", "offensive weapons")
for _arm in names("""
    machete, sword, samurai sword, axe, crossbow, baton, taser, knuckleduster, baseball bat, hammer, meat
    cleaver, cleaver, bat, crowbar, stun gun, catapult, bow, katana, metal bar, hatchet, knuckle duster,
    extendable baton, screwdriver, spear, pepper spray, chainsaw, golf club, grenade, mace, explosive
    device, noxious substance, crutch gun, stab vest, body armour
"""):
    thing("weapon", f"{_arm}s", weapon=_arm)
thing("weapon", "stun guns", weapon="stun gun")
thing(
    "weapon",
    """
    cs spray, cs sprays, cans of cs spray, cans of cs gas, cs gas, cs gas canisters, canisters of cs
    spray, cs canisters
""",
    weapon="cs spray",
)
thing(
    "weapon",
    "bottles of corrosive substance, corrosive substances, bottles of acid",
    weapon="corrosive substance",
)
thing("weapon", "electrocution devices, electroshock devices", weapon="stun gun")
thing("weapon", "weapon seizures, weapons seizures")
thing("weapon", "knuckle dusters", weapon="knuckleduster")
thing("weapon", "cleavers", weapon="meat cleaver")
thing("weapon", "katanas", weapon="samurai sword")
thing("knife", "knives")
thing(
    "knife",
    """
    blades, bladed weapons, bladed articles, bladed items, knives and bladed weapons, knives and blades,
    bladed, knives and other bladed weapons, blade
""",
    weapon="bladed",
)
for _blade in names("""
    zombie, hunting, lock, kitchen, large, flick, combat, rambo, butterfly, stanley, carving, bread, pen,
    throwing, folding, serrated, large hunting, push, sheath, craft
"""):
    thing("knife", f"{_blade} knives", weapon=f"{_blade} knife")
thing(
    "knife",
    """
    zombie style knives, zombie killer knives, zombie type knives
""",
    weapon="zombie knife",
)
thing("knife", "daggers", weapon="dagger")
thing(
    "firearm",
    """
    firearms, guns, real ones, live firearms, viable firearms, real firearms, lethal firearms, viable guns, suspected
    firearms, lethal barrelled weapons, illegal firearms
""",
)
for _gun in names("""
    shotgun, handgun, pistol, revolver, rifle, sawn off shotgun, submachine gun, assault rifle, self loading
    pistol, machine gun
"""):
    thing("firearm", f"{_gun}s", weapon=_gun)
thing(
    "imitation",
    """
    imitation firearms, imitation guns, replica firearms, replica guns, replica pistols, replica handguns,
    replica weapons, fake guns, imitation weapons, bb guns, air weapons, blank firing guns, blank
    firearms, suspected imitation firearms, gel blasters, imitation handguns, imitation pistols
""",
)
thing("imitation", "airguns, air guns, air rifles, air pistols", weapon="air weapon")
thing(
    "ammunition",
    """
    rounds of ammunition, rounds, live rounds, bullets, cartridges, rounds of live ammunition, shotgun
    cartridges
""",
    item="ammunition",
)

# ---- other things
thing(
    "phone",
    """
    phones, phone seizures, mobile phones, mobiles, handsets, devices, telephones, mobile devices, mobile
    telephones, mobile handsets, phone handsets, electronic devices, digital devices, burner phones,
    smartphones, mobile phone handsets, phones and devices
""",
)
thing(
    "deal phone",
    """
    deal line handsets, deal line phones, deal phones, county line phones, deal line mobile phones, line
    phones, deal line devices, drug line phones, drugs line phones, drugs phones, line handsets, county
    lines phones, county lines handsets, graft phones, deal lines handsets, county lines mobile phones,
    county line handsets, county lines devices
""",
    item="deal line handset",
)
thing("item", "sim cards", item="SIM card")
thing("vehicle", "vehicles, motor vehicles, vehicles of interest, vehicle seizures, seizures of vehicles")
for _ride in names("""
    car, van, e scooter, e bike, motorbike, motorcycle, moped, bicycle, electric bike, quad bike, scooter,
    bike, electric scooter, off road bike, lorry, stolen car, stolen vehicle, boat, caravan, electric
    motorbike, hire car, motocross bike, surron bike, dirt bike, mountain bike, minibus, pedal cycle,
    trailer, stolen bike
"""):
    thing("vehicle", f"{_ride}s", item=_ride.replace("e ", "e-", 1) if _ride.startswith("e ") else _ride)
thing("vehicle", "lorries", item="lorry")
for _item in names("""
    cigarettes, illegal cigarettes, vapes, illegal vapes, illicit cigarettes, illicit vapes, laptops,
    tablets computers, bank cards, weighing scales, scales, packets of cigarettes, packs of cigarettes,
    trainers, handbags, designer bags, number plates, balaclavas, passports, sat navs, computers, drones,
    encrypted phones, fireworks, cash counting machines, money counters, counterfeit items, items, stolen
    motorbikes items, exhibits, drug dealing paraphernalia, pouches of tobacco, illicit tobacco, hydraulic
    press, dogs, tubs, bottles, animals, gold bars
"""):
    thing("item", _item, item=singular_of(_item))
thing("item", "items", item="items")
thing(
    "drug items",
    """
    nitrous oxide canisters, canisters of nitrous oxide, cannisters of nitrous oxide, nos canisters, nos
    cannisters, nitrous oxide cannisters
""",
    drug="nitrous oxide",
)
thing("tobacco", "pounds of tobacco", head=False)
