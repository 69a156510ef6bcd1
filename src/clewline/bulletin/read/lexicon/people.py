"""People as bulletins name them: groups narrow a count, roles tell what was done. A new wording is one entry here."""

from clewline.bulletin.read.lexicon.thing import Things, entering

THINGS: Things = {}
thing = entering(THINGS)

# ---- people. A group or sex narrows a count; a role tells what was done to them.
thing(
    "people",
    """
    people, persons, individuals, others, occupants, passengers, motorists, drivers
""",
)
thing(
    "people",
    """
    members of the public, residents, commuters, travellers, homeowners, householders
""",
    group="residents",
)
thing(
    "people",
    """
    vulnerable people, vulnerable individuals, vulnerable persons
""",
    group="vulnerable people",
)
thing(
    "people",
    """
    vulnerable adults and children, adults and children, vulnerable adults and young people, vulnerable
    children and adults, children and vulnerable adults, children and adults, vulnerable young people and
    adults, young people and vulnerable adults, adults or young people, adults and young people, young
    people and adults, vulnerable young people and vulnerable adults, vulnerable adults and vulnerable
    children, vulnerable children and vulnerable adults
""",
    group="both",
)
thing(
    "people",
    """
    men and women, women and men, males and females, females and males
""",
    group="",
)
thing(
    "people",
    """
    men, males, blokes, gentlemen, men and boys, boys and men, male
""",
    sex="male",
)
thing("people", "women, females, women and girls, girls and women, female", sex="female")
thing("people", "boys, teenage boys, schoolboys", sex="male", group="children")
thing("people", "girls, teenage girls, schoolgirls", sex="female", group="children")
thing("people", "boys and girls", group="children")
thing(
    "people",
    """
    children, kids, juveniles, minors, under 18, children under 18, vulnerable children, infants, exploited
    children, youngsters under 18, child
""",
    group="children",
)
thing("people", "adults, vulnerable adults, older people, elderly people", group="adults")
thing(
    "people",
    """
    young people, youths, youngsters, young persons, vulnerable young people, young adults
""",
    group="young people",
)
thing("people", "teenagers, teens", group="teenagers")
thing(
    "people",
    """
    victims, potential victims, potential victims of modern slavery, suspected victims, victims of modern
    slavery, victims of exploitation, exploited people, potential victims of exploitation, victims of county
    lines
""",
    acts="identify",
    group="victims",
)
thing(
    "people",
    """
    suspects, suspected dealers, suspected drug dealers, suspected offenders, alleged offenders, alleged
    dealers, drug dealers, dealers, gang members, offenders, criminals, county lines offenders, county line
    offenders, suspected gang members, drug runners, runners, couriers, perpetrators, wanted people, wanted
    suspects, wanted offenders, street dealers, drug suspects, detainees
""",
    acts="arrest",
)
thing("people", "defendants")
thing(
    "people",
    """
    members, members of the group, members of the gang, members of an organised crime group, members of a gang,
    brothers, sisters, cousins, relatives, tenants, pensioners
""",
)
thing(
    "holders",
    """
    line holders, lineholders, line holder, deal line holders, suspected line holders, line controllers,
    alleged line holders, county line holders, line owners, deal line owners, line bosses, line controllers,
    deal line controllers, controllers of lines, controllers of drug lines, controllers of county lines,
    controllers of drugs lines, line operators, drug line holders, drugs line holders
""",
    acts="arrest",
)
thing(
    "people",
    """
    line holders and associates, line holder and associate, alleged line holders and associates, line
    holders and their associates
""",
    acts="arrest",
    offence="line holders and associates",
)
thing("people", "inmates, prisoners, visitors", group="inmates", acts="search")
thing(
    "people",
    """
    pupils, schoolchildren, school children, school pupils, school aged children
""",
    group="pupils",
    acts="engage",
)
thing("people", "students, school students", group="students", acts="engage")
thing(
    "people",
    """
    professionals, practitioners, partners, teachers, taxi drivers, hotel staff, landlords, workers, carers,
    frontline workers, health professionals, partner agency staff, frontline professionals, front line
    professionals, social workers, door staff, delegates, attendees
""",
    group="professionals",
    acts="engage",
)
thing("people", "parents, parents and carers", group="parents", acts="engage")
thing(
    "people",
    """
    members of the community, community members, local people, locals
""",
    group="residents",
)
thing(
    "people",
    """
    sex workers, drug users, users, addicts, rough sleepers, homeless people
""",
    group="users",
)
thing("people", "nominals, subjects, linked nominals", acts="")
