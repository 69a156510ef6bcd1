"""Drugs, cash and valuables as bulletins name them. A new wording is one entry here."""

from clewline.bulletin.read.lexicon.entry import names
from clewline.bulletin.read.lexicon.thing import Things, entering

THINGS: Things = {}
thing = entering(THINGS)

# ---- drugs
_BY = ["cocaine", "heroin", "cannabis", "ketamine", "amphetamine", "spice", "benzodiazepine"]
for _drug in _BY:
    thing("drug", f"{_drug}, suspected {_drug}, powder {_drug}, herbal {_drug}", drug=_drug)
thing("drug", "crack, crack cocaine, suspected crack cocaine", drug="crack cocaine")
thing("drug", "mdma, ecstasy", drug="MDMA")
thing("drug", "cannabis resin, resin", drug="cannabis resin")
thing(
    "drug",
    """
    skunk, herbal cannabis, marijuana, weed, dried cannabis, cannabis bud, cannabis bush, skunk cannabis
""",
    drug="cannabis",
)
thing("drug", "amphetamines, speed", drug="amphetamine")
thing("drug", "powder cocaine, cocaine powder", drug="cocaine")
thing("drug", "diamorphine", drug="heroin")
thing(
    "drug",
    """
    benzodiazepines, etizolam, street valium, diazepam, xanax, valium, pregabalin, fentanyl, nitazene,
    methadone, lsd, ghb, nitrous oxide, magic mushrooms, synthetic cannabinoids, tramadol, zopiclone,
    methamphetamine, crystal meth
""",
)
for _drug in names("""
    etizolam, diazepam, xanax, valium, pregabalin, fentanyl, nitazene, methadone, tramadol, zopiclone,
    methamphetamine, crystal meth, lsd, ghb, magic mushrooms, mephedrone, synthetic cannabinoids, nitrous
    oxide
"""):
    thing("drug", _drug, drug=_drug)
thing("drug", "benzodiazepines", drug="benzodiazepine")
thing("drug", "street valium", drug="valium")
thing("drug", "meth, blue meth", drug="methamphetamine")
for _class in "ABC":
    thing(
        "drug",
        f"class {_class}, class {_class} drugs, class {_class} substances, class {_class} controlled drugs, "
        f"suspected class {_class} drugs, suspected class {_class}",
        drug_class=_class,
    )
thing(
    "drug",
    """
    class a and b, class a and class b, class a and b drugs, class a and class b drugs, class a or b drugs,
    class a and class b substances, class a/b, class a drugs and class b drugs
""",
    drug_class="A+B",
)
thing(
    "drug",
    """
    class b and c, class b and class c, class b and c drugs, class b and class c drugs
""",
    drug_class="B+C",
)
thing(
    "drug",
    """
    drugs, illegal drugs, illicit drugs, suspected drugs, controlled drugs, substances, illegal substances,
    narcotics, suspected illegal drugs, controlled substances, assorted drugs, drug, illicit substances
""",
)
thing("seizure", "drug seizures, seizures, drugs seizures, seizures of drugs")
thing(
    "wraps",
    """
    wraps, rocks, street deals, individual deals, individual wraps, deals, street level deals, drug wraps,
    snap bags of drugs
""",
)
thing("plants", "plants")
thing("plants", "cannabis plants, marijuana plants", drug="cannabis")
thing("tablets", "tablets, pills, capsules")
thing(
    "bags",
    """
    bags, snap bags, deal bags, packages, packets, deal size bags, large bags, parcels, blocks, bricks, small bags
""",
)
thing("bundles", "bundles")
thing(
    "drug items",
    """
    cannabis buds, buds, cannabis edibles, edibles, cannabis vapes, cannabis joints, joints, cannabis sweets
""",
    drug="cannabis",
)
thing("drug items", "ampoules, vials, drug canisters")
thing(
    "farm",
    """
    cannabis farms, cannabis factories, cannabis grows, cannabis cultivations, cannabis factory, drug
    factories, drugs dens, drug dens, crack dens, grows, cannabis farm
""",
    drug="cannabis",
)

# ---- money
thing(
    "cash",
    """
    cash, cash seizures, dirty money, ill gotten gains, illicit cash, criminal cash, suspected criminal
    cash, money, cash seized, suspected drugs money, drug money, drugs money, dirty cash, notes, sterling,
    banknotes, bank notes, criminal money, ill gotten cash, hard cash, criminal proceeds
""",
)
thing(
    "fake",
    """
    counterfeit cash, counterfeit notes, counterfeit currency, counterfeit money, fake notes, fake cash,
    counterfeit bank notes, counterfeit banknotes, fake currency
""",
    item="counterfeit cash",
)
thing(
    "asset",
    """
    assets, confiscation orders, forfeiture orders, frozen accounts, bank accounts, criminal assets,
    illicit assets, criminal property, proceeds of crime, cash and assets, assets and cash, criminal
    assets and cash
""",
)
thing(
    "goods",
    """
    designer clothing, designer clothes, designer goods, designer items, designer gear
""",
    item="designer clothing",
)
thing("goods", "watches, luxury watches, high value watches, rolex watches", item="watches")
thing(
    "goods",
    """
    jewellery, items of jewellery, gold jewellery, high value jewellery
""",
    item="jewellery",
)
thing(
    "goods",
    """
    stolen goods, stolen equipment, equipment, tools, power tools, stolen tools, machinery, stolen
    property, stolen items, counterfeit goods, goods, luxury goods, valuables, electrical items
""",
)
thing("goods", "cryptocurrency, crypto, bitcoin", item="cryptocurrency")
