"""The words of releases for people: who they are, how they are protected, and how they are met."""

from functools import partial

from clewline.formats.stated.word import Kind, Word, say

OF_PEOPLE: dict[str, Word] = {}
_say = partial(say, OF_PEOPLE)

_SAFE = "people_safeguarded children_safeguarded adults_safeguarded"
_ENGAGED: Kind = ("people_engaged", "people")
_SEEN: Kind = ("vulnerable_people_identified", "people")


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
        "lines_closed": ("other_result", "lines"),
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
