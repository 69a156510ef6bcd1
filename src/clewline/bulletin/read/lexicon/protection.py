"""Referrals, visits, sessions and premises as bulletins name them. A new wording is one entry here."""

from clewline.bulletin.read.lexicon.thing import Things, entering

THINGS: Things = {}
thing = entering(THINGS)

# ---- protecting people
thing(
    "nrm",
    """
    referrals to the national referral mechanism, referrals to nrm, nrm referrals, national referral
    mechanism referrals, national referral mechanism nrm referrals, referrals into the national referral
    mechanism, nrms, modern slavery referrals, referrals to the nrm
""",
    acts="nrm",
)
thing(
    "referral",
    """
    referrals, safeguarding referrals, partner referrals, referrals to partners, referrals to social care,
    referrals to children's services, child protection referrals, safeguarding referrals to partners,
    adult referrals, referrals to support services, vulnerability referrals, public protection notices,
    safeguarding concerns, vulnerability reports, referrals to partner agencies
""",
)
thing(
    "visit",
    """
    visits, checks, home visits, address checks, address visits, door knocks
""",
)
thing("school visit", "school visits, visits to schools, college visits")
thing("engagement visit", "engagement visits, community visits, business visits")
thing(
    "cuckoo visit",
    """
    cuckooing visits, cuckoo visits, cuckooing checks, cuckoo checks, cuckooed visits, cuckooing addresses
    visits, visits to cuckooed addresses
""",
)
thing(
    "safe visit",
    """
    welfare visits, safeguarding visits, welfare checks, safe and well visits, safeguarding checks, welfare
    and safeguarding visits, safeguarding and welfare visits, vulnerability visits, welfare and safeguarding
    checks, safeguarding and welfare checks
""",
)
thing(
    "address",
    """
    addresses, properties, homes, houses, flats, residences, dwellings, locations, houses and flats, sites,
    suspected addresses, residential addresses, vulnerable addresses
""",
)
thing(
    "cuckoo address",
    """
    cuckooed addresses, cuckooed properties, cuckooed homes, cuckoo addresses, cuckoo properties, suspected
    cuckoo addresses, suspected cuckooed addresses, cuckooed premises, cuckooed houses, cuckooing addresses,
    suspected cuckooing addresses, potential cuckoo addresses, suspected cuckooed properties, cuckooing
    victims, potentially cuckooed addresses, cuckooing locations, victims of cuckooing, suspected cuckooing
    properties, potential cuckooing addresses, cuckooed address, possible cuckooed addresses
""",
)
thing("cuckooing", "cuckooing, cuckooed, cuckoo, taken over, taken over by", head=False)

# ---- engagement
thing(
    "event",
    """
    events, community events, local events, engagement events, weapons sweep events, roadshows, pop up
    events, drop ins, awareness events, stalls, community engagement events, engagements, community
    engagements, education events, meetings, community meetings, patrols, high visibility patrols, public
    meetings
""",
)
thing(
    "test",
    """
    test purchases, drug swabs, drug wipes, roadside drug tests, drug tests, swabs, roadside tests, test
    purchase operations, drug wipe tests
""",
)
thing(
    "session",
    """
    sessions, inputs, talks, presentations, workshops, lessons, assemblies, awareness sessions, training
    sessions, educational sessions, education sessions, engagement sessions, school talks, educational
    inputs, awareness talks, briefings, training events, school sessions, educational talks, awareness
    inputs, webinars, school inputs
""",
)
thing(
    "school",
    """
    schools, colleges, schools and colleges, educational establishments,
    education establishments, primary schools, secondary schools, school engagements
""",
)
thing(
    "premises",
    """
    hotels, businesses, taxi firms, shops, barber shops, stations, railway stations, hotels and taxi firms,
    taxi companies, licensed premises, pubs, premises, bars, car washes, nail bars, hotels and guest houses,
    hotels and b&bs, takeaways, children's homes, care homes, b&bs, guest houses, transport hubs, service
    stations, taxi ranks, letting agents, hospitality venues, venues, vape shops, mini marts, convenience
    stores, retailers, hostels
""",
)
