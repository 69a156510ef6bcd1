"""Who is said to have achieved a result: the body that a text names, and how wide its work is."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from clewline.bulletin.claim import Scope
from clewline.bulletin.read.lexicon.bodies import AREAS, BODIES, FORCES

_GENERIC = re.compile(
    r"(?:P(?<!\wP)olice(?! (?:and Crime|Commissioner|Officer|Chief|Sergeant|Constable))|C(?<!\wC)onstabulary)\b"
)
"""It begins with letters and looks behind them afterwards, so that the search leaps from one to the next."""
_SMALL_POLICE = re.compile(r" police\b(?! and crime)")
_BEFORE = re.compile(r"(?:[A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)?(?:,? (?:and|&) |[ -])){1,6}$")
_POLICE_X = re.compile(r" ([A-Z][a-z]{4,})\b")
_EACH = tuple((re.compile(p), body, scope) for p, _, body, scope in BODIES)
_HINTS = tuple((hint, i) for i, (_, hints, _, _) in enumerate(BODIES) for hint in hints)
"""Words without which a text cannot name a body, and the body's place in the table."""
_AREA = re.compile(
    r"\b(?:In|in|across|Across|for|from|police in|Police in|Officers in|officers in)\s+(?:the\s+)?("
    + "|".join(map(re.escape, sorted(AREAS, key=len, reverse=True)))
    + r")\b"
)
_WIDE = ("ationally", "ationwide", "cross ", "UK-wide")
"""Parts of what `_NATIONAL` is looked for by."""
_NATIONAL = re.compile(
    r"\b(?:(?<!ordinated )(?<!led )[Nn]ationally(?! (?:co-?ordinated|led|run))|[Nn]ationwide|"
    r"[Aa]cross (?:the (?:UK|country|nation)|England(?: and Wales)?|Britain)|across all (?:police )?forces|"
    r"UK-wide)\b"
)
_LIST = re.compile(r"((?:[A-Z][\w-]+(?: [A-Z][\w-]+)?, )+)$")
_UNIT = re.compile(r"Regional(?<!\wRegional) Organised Crime Unit\b")
_ALL_FORCES = re.compile(
    r"\b(?:(?<!other )(?<!joined )forces (?:in|of|across|from) (?:England|the UK|the country)|[Ee]very force in England"
    r"|[Aa]ll (?:43|44|45|46) (?:police )?forces|[Ff]orces and regional "
    r"organised crime units|[Pp]olice forces (?:across|nationwide|nationally)"
    r"|[Ff]orces (?:nationwide|across))"
)
_REGION = re.compile(
    r"\b(North East|North West|East Midlands|South West|South East|East(?:ern)? (?:of )?England|[Ee]astern region|"
    r"Yorkshire and the Humber)\b"
)
_EASTERN = "East of England"
_RAILWAYS = "British Transport Police"
"""The force of no area: every force works with it, and names it."""
_FIRST = 160
"""Characters at a text's beginning in which it is named as the one whose work is told."""
_PARTNER = re.compile(
    r"\b(?:with|alongside|joined|helped|supported|assisted|including|among|by colleagues (?:from|in))\s+"
    r"(?:the\s+|officers\s+from\s+|colleagues\s+from\s+)*$"
)
"""Words before a body that lends a hand: its partner's work is told."""
_WHOLE_COUNTRY = re.compile(
    r"\b(?:England and Wales|up and down the (?:land|country)|across the (?:UK|country|nation)|"
    r"(?:[Nn]ational|[Nn]ationwide|UK-wide) (?:crackdown|operation|week))\b"
)
_DAYS = """January February March April May June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday"""
_TEAM = re.compile(r"\s*The (?:task\s?force|team|unit)\b")
_BY = re.compile(r"\b(?:by|of)\s+(?:the\s+)?$")
_NEAR = 40
"""Characters before a body in which a word may say that it lends a hand."""
_LEAD = 400
"""Characters at a text's beginning that say whose work it tells."""
_LONGEST = 80
"""Characters that the name of a force may have."""
_ENDS = frozenset(("Police", "Constabulary", "and", "&"))
_DOUBLE = frozenset(
    ("Avon and Somerset Police", "Devon and Cornwall Police", "Avon and Somerset Constabulary")
)
_STARTS = frozenset(
    f"""The A An But And In At On For From Of By With Chief Superintendent Detective Inspector While Since As When
    After Former Local British Last This Both Special Specialist National Meanwhile During Throughout Across Working
    Three Two Four {_DAYS}""".split()
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body, how wide its work is, and where it is named."""

    name: str
    scope: Scope
    at: int


class Who:
    """The bodies of a text."""

    def __init__(self, text: str, publisher: str | None) -> None:
        self._text = text
        self._all = _bodies(text)
        self._places = [b.at for b in self._all]
        self._own = next(iter(_bodies(publisher)), None) if publisher else None
        self._unit: Body | None = None
        areas = [area for area in AREAS if area in text]
        self._areas = [m.start() for m in re.finditer("|".join(areas), text)] if areas else []
        self.default = self._main()

    def _main(self) -> Body | None:
        """Return the body whose work the text tells where a sentence names none."""
        lead = self._text[:_LEAD]
        if "orce" in lead and (m := _ALL_FORCES.search(lead)):
            return Body("NPCC", "national", m.start())
        forces = [b for b in self._all if b.scope == "force" and not self._lends_a_hand(b)]
        if any(b.name != _RAILWAYS for b in forces) or self._areas:
            forces = [b for b in forces if b.name != _RAILWAYS or b.at < _FIRST]
        m = _REGION.search(lead)
        several = len({b.name for b in forces}) > 1 and m is not None and forces[0].at > m.start()
        if m is not None and (several or not any(b.at < _LEAD for b in self._all)):
            return _of_region(m)
        if not forces and (wide := self._nation(lead)) is not None:
            return wide
        pool = forces or [b for b in self._all if b.scope in ("unit", "regional")]
        if not pool:
            area = None if self._own or not self._areas else _AREA.search(self._text)
            if area is not None:
                return Body(AREAS[area[1]], "force", area.start())
            pool = [b for b in self._all if b.scope != "force"] or self._all
        if not pool:
            return self._own
        often = Counter(b.name for b in pool)
        first = pool[0]
        name, n = often.most_common(1)[0]
        if n > 2 * often[first.name]:
            return next(b for b in pool if b.name == name)
        return first

    def _nation(self, lead: str) -> Body | None:
        """Return the chiefs' council, which speaks for all forces, where a text names no force but the country."""
        m = _WHOLE_COUNTRY.search(lead)
        if m is None or self._own is not None or any(b.scope in ("unit", "regional") for b in self._all):
            return None
        return Body("NPCC", "national", m.start())

    def _lends_a_hand(self, body: Body) -> bool:
        """Whether a body is named as another's partner: `together with British Transport Police`."""
        return _PARTNER.search(self._text, max(0, body.at - _NEAR), body.at) is not None

    def at(self, start: int, end: int, quote: int) -> Body | None:
        """Return the body of a claim at `quote` in the sentence from `start` to `end`."""
        named = self._all[bisect_left(self._places, start) : bisect_left(self._places, end)]
        named = [b for b in named if b.scope == "unit" or not self._lends_a_hand(b)]
        for body in named:
            if body.scope == "unit":
                self._unit = body
                return body
        if self._unit is not None and _TEAM.match(self._text, start, end):
            return self._unit
        wide = self.default is not None and self.default.scope in ("national", "regional")
        if wide and self._text.find("forces", start, quote) >= 0:
            return self.default
        if named and named[0].at < quote:
            return named[0]
        if (area := self._area(start, quote)) is not None:
            return area
        if self._is_wide(start, end):
            national = self.default is not None and self.default.scope == "national"
            return self.default if national else Body("NPCC", "national", start)
        if named and _BY.search(self._text, max(start, named[0].at - 10), named[0].at):
            return named[0]
        return self.default

    def _is_wide(self, start: int, end: int) -> bool:
        sentence = self._text[start:end]
        return any(part in sentence for part in _WIDE) and _NATIONAL.search(sentence) is not None

    def _area(self, start: int, quote: int) -> Body | None:
        """Return the force of an area that stands at the head of a sentence: `In Cleveland 24 people ...`."""
        i = bisect_left(self._areas, start)
        if i == len(self._areas) or self._areas[i] >= quote:
            return None
        m = _AREA.search(self._text, start, quote)
        if m is None or (self.default is not None and AREAS[m[1]] == self.default.name):
            return None
        heads = m.start() - start < 3 or m[0][0].isupper() or self._text.find("week in", start, quote) >= 0
        return Body(AREAS[m[1]], "force", m.start()) if heads else None


def _of_region(m: re.Match[str]) -> Body:
    name = _EASTERN if m[1].lower().startswith("east") and "ngland" in m[1] else m[1]
    return Body(f"{_EASTERN if name.lower() == 'eastern region' else name} forces", "regional", m.start())


def _bodies(text: str) -> list[Body]:
    """Return the bodies that a text names, in order; of two names for one place the better known one."""
    found = [
        (m.start(), m.end(), Body(body, scope, m.start()))
        for i in sorted({i for hint, i in _HINTS if hint in text})
        for pattern, body, scope in (_EACH[i],)
        for m in pattern.finditer(text)
    ]
    known = sorted(found, key=lambda item: item[0])
    taken = [(a, b) for a, b, _ in known]
    for a, b, body in (*_units(text), *_forces(text), *_named_by_area(text)):
        if not _overlaps(taken, a, b):
            known.append((a, b, body))
    return sorted((body for _, _, body in known), key=lambda body: body.at)


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    i = bisect_left(taken, (start, 0))
    return any(a < end and start < b for a, b in taken[max(0, i - 2) : i + 2])


def _units(text: str) -> Iterator[tuple[int, int, Body]]:
    for m in _UNIT.finditer(text):
        named = _BEFORE.search(text, max(0, m.start() - _LONGEST), m.start())
        if named is not None:
            name = text[named.start() : m.end()].removeprefix("The ")
            yield named.start(), m.end(), Body(name, "regional", named.start())


def _named_by_area(text: str) -> Iterator[tuple[int, int, Body]]:
    """Yield forces that are named by their area in plain words: `Cambridgeshire police`."""
    for m in _SMALL_POLICE.finditer(text):
        words = text[max(0, m.start() - _LONGEST) : m.start()].split(" ")
        for n in (3, 2, 1):
            area = " ".join(words[-n:])
            if area in AREAS:
                yield m.start() - len(area), m.end(), Body(AREAS[area], "force", m.start() - len(area))
                break


def _forces(text: str) -> Iterator[tuple[int, int, Body]]:
    """Yield forces by the form of their names: `Kent Police`, `Police Scotland`, `Gwent and Dyfed-Powys Police`."""
    for m in _GENERIC.finditer(text):
        named = _BEFORE.search(text, max(0, m.start() - _LONGEST), m.start())
        if named is None:
            if after := _POLICE_X.match(text, m.end()):
                yield m.start(), after.end(), Body(f"Police {after[1]}", "force", m.start())
            continue
        words = text[named.start() : m.end()].split()
        begin = named.start()
        while words and (
            words[0] in _STARTS or {"Police", "Constabulary"} & set(words[1:-1]) or words[0] in _ENDS
        ):
            begin += len(words[0]) + 1
            words.pop(0)
        if len(words) < 2:
            continue
        name = " ".join(words)
        if " and " in name and (listed := _LIST.search(text, max(0, begin - _LONGEST), begin)):
            yield listed.start(1), m.end(), Body(listed[1] + name, "regional", listed.start(1))
            continue
        several = " and " in name and name not in _DOUBLE
        yield begin, m.end(), Body(FORCES.get(name, name), "regional" if several else "force", begin)
