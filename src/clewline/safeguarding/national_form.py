"""What the national forms ask about a person, gathered once from what is recorded: each answer with its entry.

Read was the 2015 form for adults (docsbay.net/doc/417112), and no other: today's form, and the child welfare form,
could not be read. So nothing here is the form, and nothing is sent: it is what somebody has at hand who fills it in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clewline.case.ages import age_on
from clewline.record import Entry
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.record.kinds.consent import Consent
from clewline.record.kinds.person import Person
from clewline.record.kinds.referral_received import ReferralReceived
from clewline.record.kinds.vulnerability_identified import VulnerabilityIdentified


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Something that the form asks."""

    name: str
    title: str
    hint: str


FIELDS: Sequence[Asked] = (
    Asked(
        name="nature",
        title="Nature of the referral",
        hint="What happened, in words that the person could read.",
    ),
    Asked(
        name="consent",
        title="Consent",
        hint="An adult signs that they agree. Of a child none is asked.",
    ),
    Asked(name="names", title="Names", hint="Given names and family name."),
    Asked(name="aliases", title="Other names", hint="Names by which they are known too."),
    Asked(name="born", title="Date of birth, or age", hint="Say where it is not known or disputed."),
    Asked(name="sex", title="Sex", hint=""),
    Asked(name="nationality", title="Nationality", hint="The record does not hold it."),
    Asked(name="languages", title="Languages", hint="The record does not hold them."),
)
"""What was readable, in the order of the form of 2015."""

FIRST_RESPONDERS: Sequence[str] = (
    *("police forces", "local authorities", "UK Visas and Immigration", "Border Force"),
    *("Immigration Enforcement", "the National Crime Agency"),
    *("the Gangmasters and Labour Abuse Authority", "the Salvation Army", "Migrant Help", "Medaille Trust"),
    *("Kalayaan", "Barnardo’s", "Unseen", "NSPCC", "BAWSO", "New Pathways", "the Refugee Council"),
)
"""Who may refer (College of Policing APP; medwayscp.org.uk, NRM page). Other charities cannot."""


@dataclass(frozen=True, kw_only=True)
class Given:
    """An answer that the record gives."""

    field: str
    """Name of what is asked."""
    text: str
    entry: Entry


def given(entries: Iterable[Entry], today: date) -> list[Given]:
    """Return the answers that entries give that name a person, and that stand: of each what was said last.

    Of names that differ the others are told as other names, and of dates of birth that differ every one is told.
    """
    some = sorted(entries, key=lambda one: (one.day, one.recorded_at, one.id))
    said: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in some:
        for field, text in _said(entry):
            said[field].pop(text, None)
            said[field][text] = entry
    found = {field: _last(field, texts) for field, texts in said.items()}
    if others := list(said["names"])[:-1]:
        found["aliases"] = Given(field="aliases", text="; ".join(others), entry=said["names"][others[-1]])
    if "born" in found:
        born = [*said["born"]]
        if len(born) > 1:
            found["born"] = replace(found["born"], text=" or ".join(reversed(born)))
    elif "age" in found:
        found["born"] = replace(found["age"], field="born")
    if "born" in found and not (age := age_on(some, today)).settled:
        found["born"] = replace(found["born"], text=f"{found['born'].text}; whether under 18 is {age.answer}")
    return [found[one.name] for one in FIELDS if one.name in found]


def _last(field: str, texts: Mapping[str, Entry]) -> Given:
    text, entry = list(texts.items())[-1]
    return Given(field=field, text=text, entry=entry)


def _said(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield what an entry answers, by the name of what is asked."""
    facts = entry.facts
    if isinstance(facts, Person):
        if name := " ".join(filter(None, (facts.given_names, facts.family_name))):
            yield "names", name
    elif isinstance(facts, Consent) and facts.to == "NRM referral":
        yield "consent", f"{facts.answer} on {entry.day:%-d %B %Y}, asked by {facts.taken_by}"
    elif isinstance(facts, VulnerabilityIdentified | ReferralReceived) and facts.concern:
        yield "nature", facts.concern
    if isinstance(facts, Person | AgeAssessed) and facts.born is not None:
        yield "born", f"{facts.born:%-d %B %Y}"
    elif (age := getattr(facts, "age", None)) is not None:
        yield "age", f"{age} on {entry.day:%-d %B %Y}, as recorded then"
    if (sex := getattr(facts, "sex", None)) is not None:
        yield "sex", sex
