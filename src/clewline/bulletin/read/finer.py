"""Tell near meanings apart by the words around: sessions in schools, addresses cuckooed, years of several people."""

from collections.abc import Sequence
from decimal import Decimal

from clewline.bulletin.read.found import Found, Topic
from clewline.bulletin.read.lexicon.entry import normal, words
from clewline.bulletin.read.lexicon.meanings import MEANINGS, Meaning
from clewline.bulletin.read.token import Token
from clewline.bulletin.read.units import tidy

_TOTAL = words("total combined altogether collectively between cumulative overall totalling")
_PRISON = words("sentence sentenced jail jailed prison imprisonment behind custody")
_LONGEST = 40
"""Years that no single determinate sentence for drugs reaches: more is the sum of several."""
_SHARED = 15
"""Years that are the sum of several people's, where it is said that they were jailed for them, and not each."""
_NOUN_ACTS = {
    **dict.fromkeys(("visit", "cuckoo visit", "safe visit", "session", "event"), "engage"),
    "referral": "refer",
    "nrm": "nrm",
    "arrest": "arrest",
    "charge": "charge",
    "warrant": "warrant",
    "search": "search",
}
"""What a noun says was done: `visits to 95 people` engaged with them."""
_HELPED = words("welfare safeguarding vulnerability")
_AT_HOME = words("vulnerable child tenant victim")
_SUSPECTED = words("thought suspected suspect feared fear might may believed risk possible potential concern")
_VISITED = words("visit visited check checked called calling went")
_BUILDINGS = words("property premise location site business")
_TO = words("to for at of with on from about against in across")
_SCHOOLS = words("school pupil student college academy schoolchildren assembly classroom")
_AT_RISK = words("risk victim safeguarding child children young modern cuckooed harm potential")


def years(tokens: Sequence[Token], one: Found, topic: Topic) -> None:
    """Decide whether years are the sum of a group's sentences; one person's are set aside."""
    words = topic.words
    before = tokens[one.at - 1].words if one.at else ()
    spoken = words & _PRISON and one.token.value >= _LONGEST
    if (
        before
        and not spoken
        and before[0]
        in (
            "last",
            "past",
            "next",
            "first",
            "those",
            "these",
            "over",
            "within",
            "every",
            "in",
        )
    ):
        one.aside = "duration"
        return
    _months(tokens, one)
    last = topic.last
    again = last is not None and last.indicator == "sentence_years_total" and last.sentence == one.sentence
    sentenced = any("sentence" in g.entry.acts for g in one.acts) or bool(words & _PRISON)
    between = [t.text.lower() for t in tokens[one.phrase.end : one.phrase.end + 3]][:2] == ["between", "them"]
    several = (
        last is not None and last.sentence == one.sentence and last.unit == "people" and last.token.value > 1
    )
    shared = several and one.token.value >= _SHARED and "each" not in words
    if one.token.value >= _LONGEST or words & _TOTAL or again or shared:
        sentenced = sentenced or one.token.value >= 2 * _LONGEST
        if (
            sentenced
            or again
            or between
            or shared
            or (one.token.value >= _LONGEST and words & {"get", "got", "given"})
        ):
            one.set(Meaning("sentence_years_total", "years"), "sentence", None, "years of several sentences")
            return
    one.aside = "one person" if sentenced else "duration"


def _months(tokens: Sequence[Token], one: Found) -> None:
    """Add the months of `61 years and six months`, in years to four places."""
    behind = tokens[one.phrase.end : one.phrase.end + 3]
    if (
        len(behind) == 3
        and (behind[0].words == ("and",) or behind[0].text == ",")
        and behind[1].kind == "number"
        and behind[2].words == ("month",)
    ):
        one.token.value = tidy((one.token.value + behind[1].value / 12).quantize(Decimal("0.0001")))
        behind[1].aside = "said again"
        one.phrase.end += 3


def by_noun(tokens: Sequence[Token], one: Found) -> None:
    """Take the act from a noun before: `visits to 95 people`, `warrants at 19 addresses`."""
    row = MEANINGS.get(one.kind, {})
    linked = one.at > 0 and tokens[one.at - 1].tag in ("thing", "hedge")
    known = False
    for token in reversed(tokens[max(0, one.at - 12) : one.at]):
        if token.tag == "prep" and not known:
            linked, known = token.words[0] in _TO, True
        elif token.tag == "thing" and token.entry is not None and linked:
            act = _NOUN_ACTS.get(token.entry.kind, "")
            if act in row:
                one.aside = ""
                one.set(row[act], act, None, f"{one.kind} + {act} (noun before)")
            return
        elif token.tag == "act" and token.entry is not None and token.entry.acts[0] == "conduct":
            continue  # `Visits were also made to 62 hotels`
        elif token.tag in ("break", "act") or token.text in ",;:":
            return


def finer(tokens: Sequence[Token], one: Found, topic: Topic) -> None:
    """Correct the meaning of a count by the words of its sentence."""
    words = topic.words
    behind = tokens[one.phrase.end : one.phrase.end + 14]
    if one.kind == "session" and words & _SCHOOLS:
        one.set(Meaning("school_visits", one.unit), one.act, one.act_entry, "sessions in schools")
    elif (
        one.kind == "visit"
        and words & {"school", "college"}
        and not words & {"cuckooing", "cuckooed", "address"}
    ):
        one.set(Meaning("school_visits", one.unit), one.act, one.act_entry, "visits to schools")
    elif (
        one.kind == "visit"
        and (words & _HELPED or any(_AT_HOME & set(t.words) for t in behind[:6]))
        and not words & {"cuckooing", "cuckooed", "cuckoo"}
    ):
        one.set(Meaning("safeguarding_visits", one.unit), one.act, one.act_entry, "visits for welfare")
    elif (
        one.kind == "address"
        and one.phrase.partitive
        and any(w.startswith("cuckoo") for t in behind for w in t.words)
    ):
        one.set(
            Meaning("cuckooed_addresses_identified", "addresses"),
            "identify",
            one.act_entry,
            "addresses found cuckooed",
        )
    elif one.indicator == "cuckooed_addresses_identified" and words & _SUSPECTED and words & _VISITED:
        one.set(
            Meaning("cuckooing_visits", "visits"), "visit", one.act_entry, "visits where cuckooing was feared"
        )
    elif one.kind == "disruption" and _of_lines(one, behind):
        one.set(Meaning("lines_disrupted", "lines"), "disrupt", one.act_entry, "disruptions of lines")
    elif one.indicator == "searches_conducted" and one.unit == "addresses" and _buildings(one):
        one.unit = "premises"
    elif one.kind == "knife" and "bin" in words and one.act != "seize":
        one.set(
            Meaning("knives_surrendered_or_recovered", "items"), "surrender", one.act_entry, "knives in a bin"
        )
    elif one.indicator == "safeguarding_referrals" and _to_the_mechanism(behind):
        one.set(Meaning("nrm_referrals", "referrals"), "nrm", one.act_entry, "referred to the mechanism")
    elif one.indicator == "vulnerable_people_identified":
        if any("safeguard" in (t.entry.acts if t.entry else ()) for t in behind):
            one.set(
                Meaning("people_safeguarded", "people"),
                "safeguard",
                one.act_entry,
                "identified and safeguarded",
            )
        elif not _AT_RISK & words and not any(w.startswith(("vulnerab", "exploit")) for w in words):
            one.indicator, one.aside = "", "not a result"
    elif one.kind == "knife" and ((one.act == "recover" and topic.knives) or _swept(tokens, one)):
        one.set(
            Meaning("knives_surrendered_or_recovered", "items"),
            one.act,
            one.act_entry,
            "knives found in sweeps or bins",
        )
    elif one.kind == "charge" and one.act != "charge" and not _charged(tokens, topic):
        one.indicator, one.aside = "", "not a result"


def _swept(tokens: Sequence[Token], one: Found) -> bool:
    """Whether a sweep is told of this number, not of another in the sentence."""
    behind: list[Token] = []
    for token in tokens[one.phrase.end :]:
        if token.kind == "number":
            break
        behind.append(token)
    return any("sweep" in t.words for t in (*tokens[max(0, one.at - 6) : one.at], *behind))


def _of_lines(one: Found, behind: Sequence[Token]) -> bool:
    """Whether disruptions are said to be of lines: `drug line disruptions`, `disruptions of phone lines`."""
    of_lines = one.phrase.head is not None and bool(one.phrase.head.acts)
    return of_lines or any(t.entry is not None and t.entry.kind.endswith("line") for t in behind[:4])


def _buildings(one: Found) -> bool:
    """Whether the text says `properties` or `locations`, which may be more than homes."""
    return bool(_BUILDINGS & {normal(text) for text in one.phrase.texts})


def _to_the_mechanism(behind: Sequence[Token]) -> bool:
    return any("nrm" in (t.entry.acts if t.entry else ()) for t in behind)


def _charged(tokens: Sequence[Token], topic: Topic) -> bool:
    """Whether offences are charges: the word `charge` stands in the sentence or the text spoke of charges before."""
    for token in tokens:
        if token.entry is None:
            continue
        if "charge" in token.entry.acts or any(w in ("charge", "defendant", "count") for w in token.words):
            return True
    last = topic.last
    return topic.told or (last is not None and last.indicator in ("charges", "people_charged"))
