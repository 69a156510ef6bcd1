"""The small words of a bulletin: hedges, auxiliaries, joins, and words beside which a number is no result."""

from clewline.bulletin.read.lexicon.entry import Entry, Tag, listed
from clewline.formats.stated import Relation
from clewline.formats.stated.tokens import HEDGES

OTHERS: dict[tuple[str, ...], Entry] = {}


def _say(tag: Tag, phrases: str, kind: str = "") -> None:
    OTHERS.update(dict.fromkeys(listed(phrases), Entry(tag=tag, kind=kind)))


RELATIONS: dict[tuple[str, ...], Relation] = {}
"""The relation that a hedge gives, by its words; some of them (`over`, `about`) are prepositions
elsewhere."""


def _hedge(relation: Relation, phrases: str) -> None:
    _say("hedge", phrases, relation)
    RELATIONS.update(dict.fromkeys(listed(phrases), relation))


for _relation, _phrases in HEDGES.items():
    _hedge(_relation, ", ".join(p for p in _phrases if p.replace(" ", "").isalpha()))
_hedge(
    "at_least",
    """
    tops, topped, surpassed, surpasses, passes, has passed, passed, has now passed, now passed, exceeds,
    exceeded, more then, smashed through, well past, past, well in excess of, upward of, north of, more that, greater
    than, no less than, a minimum of, at the very least, beyond, topping, in access of, well above, not
    fewer than, a little over, slightly over, slightly more than, well more than, just more than, as little
    as, upwards
""",
)
_hedge(
    "at_most",
    """
    as much as, as many as, just shy of, shy of, just short of, close on, not quite, getting on for,
    nearing, a little under, slightly under, slightly less than, just less than, a maximum of, only just
    under, well under, just below, very nearly, almost up to
""",
)
_hedge(
    "about",
    """
    somewhere near, near enough, an estimated street value of, estimated street value, estimated value, an
    estimated value of, estimated value of, with an estimated value of, estimated to be worth, believed to
    be worth, put at, with a street value put at, estimated to be, said to be worth, could be worth,
    somewhere around, in the order of, something like, thought to be, believed to be, thought to be worth,
    in the vicinity of, valued at around, an approximate, approximated, estimate, estimates of, just
    about, more or less, circa, an average of
""",
)

_say(
    "be",
    """
    were, was, been, being, be, are, is, have been, has been, had been, have also been, were also, was
    also, to be, having been, get, got, were all, were then, have now been, are being, is being, gone on
    to be, went on to be, go on to be, since gone on to be
""",
)
_say(
    "prep",
    """
    involved, concerned, concerns, featured, relating, relating to, relate, relates, related, related to,
    involving, connected, connected to, connected with, linked to, in relation to, in connection with,
    concerning, of, in, at, from, across, by, for, with, to, on, into, under, after, before, during,
    against, through, throughout, between, within, over, as, about, near, per, among, amongst, around,
    behind, via, without, outside, inside, upon, onto, off, towards, since, until, following, along,
    alongside, despite, above, below, because, when, where, if, that, who, which, whom, whose, while,
    whilst, so, then, than
""",
)
_say(
    "join",
    """
    and, plus, as well as, along with, together with, and also, and a further, or, nor, in addition to, on
    top of
""",
)
_say(
    "part",
    """
    including, among them, of which, of whom, includes, included, amongst them, such as, incl, inc,
    comprised, which included, comprise
""",
)
_say(
    "all",
    """
    made up of, comprising, consisting of, composed of, making up, broken down as, broken down into, namely,
    split between
""",
)
_say("them", "of them, of these, of those, of whom, of which, of the total")
_say(
    "worth",
    """
    worth, worth of, valued at, with a street value of, with a value of, street value, total value, to the
    value of, a value of, with a combined value of, with a total value of, value, street valued, came to,
    comes to, amounting to, adding up to, adds up to, add up to, added up to
""",
)
_say(
    "aim",
    """
    aim, aims, aimed, target, targets, goal, pledge, pledged, ambition, plan, plans, planned, promise,
    promised, hope, hopes, hoped, commitment, expect, expected, forecast, set out to, intend, intended,
    still to come, awaiting, await, awaits, yet to, due to be, faces trial, pledges, want to, wants to,
    manifesto, due to recruit, vow, vowed, asked for, bid for, wish list
""",
)
_say("aim", "would, could, might, should, can, will, must, to be able to", "modal")
_say(
    "break",
    """
    but, however, whereas, although, though, meanwhile, because, where, when, while, whilst, after which
""",
)
_say(
    "void",
    """
    a, an, the, total, total of, a total of, number of, the number of, total number of, in total, some,
    further, other, more, another, additional, suspected, alleged, separate, different, just, only, also,
    overall, combined, joint, all, both, same, new, estimated, confirmed, such, their, its, his, her,
    these, those, this, individual, various, assorted, local, linked, high risk, further, extra, believed,
    potential, possible, multiple, single, county lines related, county lines, quantities of, quantity of,
    amount of, amounts of, large amounts of, large quantities of, small amount of, at risk, at risk of,
    helped to, help to, helping to, has helped to, have helped to, now, already, have, has, had, helped
    put, help put, so far, to date, today, yesterday, overnight, home made, homemade, together,
    respectively, altogether, collectively, combined total of
""",
)
_say("more", "more, fewer, less, higher, lower, additional", "")
_say(
    "turn",
    """
    up by, rise of, a rise of, increase of, an increase of, increased by, rose by, risen by, grew by, grown
    by, rising by, increasing by, up, rose, increase, risen, increased, increasing, jump of, a jump of,
    jumped by, climbed, climbing, soared, soared by, soaring, surged, surged by, leapt, leapt by, jumped, shot up,
    shot up by, went up by, uplift of, climbed by, surge of, growth of
""",
    "up",
)
_say(
    "turn",
    """
    down by, fall of, a fall of, decrease of, a decrease of, decreased by, fell by, fallen by, dropped by,
    drop of, a drop of, reduced by, reduction of, a reduction of, down, reduction, cut by, dropping by,
    falling by, halved, fell, decline of, declined by, fallen, dipped, dipped by, slipped, slipped by,
    slumped, slumped by, plunged, plunged by, plummeted, plummeted by, tumbled by, shrunk by, shrank by,
    dropped, decreased, reduced, drop, decrease, decline, a decrease, cut of, slashed by
""",
    "down",
)

# a number in front of one of these is no result, whatever was done
_say(
    "aside",
    """
    days, day, weeks, week, months, month, hours, hour, minutes, minute, seconds, decades, decade, nights,
    night, mornings, shifts, weekends, years of, years in a row, years on, years ago, year period, year
    olds, working days, fortnight, day operation
""",
    "duration",
)
_say(
    "aside",
    """
    officers, police officers, forces, police forces, detectives, constables, pcs, pcsos, sergeants,
    staff, employees, volunteers, cadets, teams, agencies, partner agencies, specialist officers, officer,
    force areas, policing regions, regions, policing areas, police dogs, drugs dogs, police, fixed penalty
    notices, units, agents, firefighters, investigators, organisations, police staff, dog handlers,
    specials, special constables, territorial forces, forces across, forces in, drones, taskforces, local
    authorities, councils, partner organisations, police and crime commissioners, regional organised crime
    units, analysts, prosecutors, crews, police stations, charities, plain clothes officers, uniformed
    officers, neighbourhood officers
""",
    "workforce",
)
_say(
    "aside",
    """
    miles, mile, meters, metres, metre, feet, foot, inch, inches, km, mph, kilometres, cm, mm, ml, litres,
    acres, square metres, storey, storeys, points, degrees
""",
    "not a result",
)
_say(
    "aside",
    """
    tonnes of co2, rooms, bedrooms, floors, bedroom, counties, towns, cities, countries, boroughs, wards,
    districts, parts, areas, trips, journeys, pupil referral units, continents, villages, neighbourhoods,
    estates, communities, households, viewers, followers, members of staff, members of parliament,
    customers, users of, nations, streets, spots, hotspots, hot spots, postcodes, corners, trains, buses,
    platforms, electronic tags, occasions, times, figures, fronts, ways, types, strands, stages, phases,
    priorities, objectives, factors, reasons, questions, steps, aspects, key areas, categories, kinds,
    sides, strong, people a year, calls, messages, texts, text messages, customers a day, crimes,
    incidents, reports, pieces of intelligence, homicides, murders, stabbings, deaths, cases, trials,
    hearings, victims a year, lives, investigations, burglaries, jobs, knife attacks, signs, tips
""",
    "not a result",
)
_say("aside", "million people, residents in, people living, population", "population")
