"""Who calls and texts whom, and when: each phone has a book of numbers, and some numbers are in everybody's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from clewline.simulate.phones.cast import Phone
from clewline.simulate.phones.geography import Floats
from clewline.simulate.phones.identities import SENDERS, TAKEAWAYS, TAXIS, VOICEMAIL, Identities
from clewline.simulate.phones.period import LATE, MINUTE, ORDINARY, SELLING, Period, moments
from clewline.simulate.phones.plot import Moments

CALL, TEXT, DATA = "call", "text", "data"


@dataclass(slots=True, kw_only=True)
class Contact:
    """One call, text or data session, before it is known which cells served it."""

    at: float
    caller: str
    """Number (E.164), short code or name of the side that began it."""
    called: str
    """The other side; empty for data."""
    service: str
    lasts: int
    """Seconds; 0 for a text and for a call that nobody answered."""
    bulk: bool = False
    planted: bool = False
    """Whether it must happen, so that nothing else may be in its way."""


@dataclass(frozen=True, kw_only=True)
class Society:
    """The numbers of people whose records nobody asked for."""

    customers: tuple[str, ...]
    """Who buys from the line and is texted by it."""
    friends: dict[str, tuple[str, ...]]
    """Family and friends of each phone of the case, by its key."""


def society(rng: np.random.Generator, phones: dict[str, Phone], ids: Identities, customers: int) -> Society:
    """Return the numbers around the case: customers, and family and friends, a few of them shared by associates."""
    shared = [ids.mobile() for _ in range(6)]
    friends = {}
    for phone in phones.values():
        own = [ids.mobile() for _ in range(int(rng.integers(5, 11)))] + [ids.landline()]
        if phone.role in ("holder", "companion", "deputy", "associate"):
            own += [str(one) for one in rng.choice(shared, 3, replace=False)]
        friends[phone.key] = tuple(own)
    return Society(customers=tuple(ids.mobile() for _ in range(customers)), friends=friends)


def contacts(
    rng: np.random.Generator, period: Period, phones: dict[str, Phone], known: Society, when: Moments
) -> list[Contact]:
    """Return all contacts of the case's phones in order of time, none while a phone is busy or lies at home unused."""
    found: list[Contact] = []
    subjects = {phone.number: phone for phone in phones.values()}
    for phone in phones.values():
        if phone.role == "line":
            found += _selling(rng, period, phone, phones, known)
        else:
            found += _living(rng, period, phone, phones, known)
    found += _far_apart(phones, known, when)
    return _possible(sorted(found, key=lambda one: one.at), subjects)


def _living(
    rng: np.random.Generator, period: Period, phone: Phone, phones: dict[str, Phone], known: Society
) -> Iterable[Contact]:
    """Yield what somebody's own phone does: calls and texts out and in, and data."""
    own = list(known.friends[phone.key])
    inside = [phones[key].number for key in _KNOWS.get(phone.key, ()) if key in phones]
    out = [*own, *inside, *TAXIS, *TAKEAWAYS, VOICEMAIL]
    liked = np.array([*rng.gamma(0.8, 1.0, len(own)), *([1.2] * len(inside)), 0.2, 0.15, 0.15, 0.1, 0.3])
    hours = LATE if phone.role in ("holder", "companion", "deputy", "runner") else ORDINARY
    busy = 0.4 if phone.key == "runner-2-work" else 1.0
    for a_day, service in ((3.0, CALL), (4.5, TEXT)):
        for at in moments(rng, period, a_day=a_day * busy, hours=hours):
            to = _one(rng, out, liked)
            yield _contact(rng, at, phone.number, to, CALL if not to.startswith("+") else service)
    for a_day, service in ((2.4, CALL), (4.0, TEXT)):
        for at in moments(rng, period, a_day=a_day * busy, hours=hours):
            yield _contact(rng, at, _one(rng, own, liked[: len(own)]), phone.number, service)
    for at in moments(rng, period, a_day=0.35):
        yield _contact(rng, at, str(rng.choice(SENDERS)), phone.number, TEXT)
    if phone.online:
        for at in moments(rng, period, a_day=9.5, hours=hours):
            yield Contact(at=at, caller=phone.number, called="", service=DATA, lasts=_long(rng, 9 * MINUTE))


_KNOWS: dict[str, tuple[str, ...]] = {
    "holder": ("companion", "partner", "friend", "deputy", "associate-1", "associate-2"),
    "companion": ("holder", "deputy", "associate-1"),
    "partner": ("holder", "friend"),
    "friend": ("holder", "partner", "associate-2"),
    "deputy": ("holder", "companion", "associate-2", "line-1"),
    "runner-1": ("line-1", "line-2"),
    "runner-2": ("associate-1",),
    "runner-2-work": ("line-1", "line-2", "customer-2"),
    "runner-3": ("line-1", "line-2", "customer-3"),
    "associate-1": ("holder", "associate-2"),
    "associate-2": ("friend", "deputy"),
    "customer-1": ("line-1", "line-2"),
    "customer-2": ("line-1", "line-2"),
    "customer-3": ("line-1", "line-2"),
    "customer-4": ("line-1", "line-2"),
}
"""Which other phones of the case each one calls."""
RUNNERS = ("runner-1", "runner-2-work", "runner-3")
BURSTS = {4: 2, 5: 2}
"""Rounds of texts on Fridays and Saturdays; one on other days."""


def _selling(
    rng: np.random.Generator, period: Period, line: Phone, phones: dict[str, Phone], known: Society
) -> Iterable[Contact]:
    """Yield what the line does: texts to all customers at once, their calls, and calls to the runners."""
    bought = [phones[key].number for key in phones if key.startswith("customer")]
    buyers = [*known.customers, *bought]
    keen = rng.gamma(0.7, 1.0, len(known.customers)) + 0.05
    for at in moments(rng, period, a_day=26.0, hours=SELLING):
        yield _contact(rng, at, _one(rng, known.customers, keen), line.number, CALL, short=True)
    for at in moments(rng, period, a_day=9.0, hours=SELLING):
        yield _contact(rng, at, line.number, _one(rng, known.customers, keen), CALL, short=True)
    for at in moments(rng, period, a_day=10.0, hours=SELLING):
        runner = phones[RUNNERS[int(rng.integers(len(RUNNERS)))]].number
        yield _contact(rng, at, line.number, runner, CALL if rng.random() < 0.6 else TEXT, short=True)
    for day in range(period.days):
        for nth in range(BURSTS.get(period.weekday(day), 1)):
            yield from _burst(
                rng, period.at(day, 10.2 + 6.5 * nth + rng.uniform(0, 1.2)), line.number, buyers
            )
    start = line.carried[0].start
    if start > period.begins:
        # The new number makes itself known to everybody at once.
        yield from _burst(rng, start + 4 * MINUTE, line.number, buyers)


def _burst(rng: np.random.Generator, start: float, line: str, buyers: Sequence[str]) -> Iterable[Contact]:
    at = start
    for number in rng.permutation(np.array(buyers)):
        at += float(rng.choice((0, 1, 1, 2)))
        yield Contact(at=at, caller=line, called=str(number), service=TEXT, lasts=0, bulk=True)


def _far_apart(phones: dict[str, Phone], known: Society, when: Moments) -> Iterable[Contact]:
    """Yield two calls at one time: of the line where the deputy is, and of the holder's own phone at home."""
    line, own = phones["line-1"].number, phones["holder"].number
    yield Contact(
        at=when.apart, caller=line, called=known.customers[0], service=CALL, lasts=260, planted=True
    )
    friend = known.friends["holder"][0]
    yield Contact(at=when.apart + 45, caller=own, called=friend, service=CALL, lasts=310, planted=True)


def _possible(found: list[Contact], subjects: dict[str, Phone]) -> list[Contact]:
    """Return those that could happen: the phones in use, nobody on two calls at once or calling themselves."""
    kept: list[Contact] = []
    free: dict[str, float] = {}
    seen: set[tuple[float, str, str, str]] = set()
    must = [(one, _hands(one, subjects)) for one in found if one.planted]
    for one in found:
        one.at = float(int(one.at))
        sides = [subjects[number] for number in (one.caller, one.called) if number in subjects]
        key = (one.at, one.caller, one.called, one.service)
        if key in seen or not all(side.in_use(one.at) for side in sides):
            continue
        lying = [side.number for side in sides if side.bearer(one.at).by is None]
        if one.caller in lying and one.service != DATA:
            continue
        if one.service == CALL and one.called in lying:
            one.lasts = 0
        if one.service != DATA:
            hands = _hands(one, subjects)
            if len(hands) < len(sides):
                continue
            if one.service == CALL:
                if any(free.get(hand, 0.0) > one.at for hand in hands) or _in_the_way(one, hands, must):
                    continue
                free.update(dict.fromkeys(hands, one.at + one.lasts + 5))
        seen.add(key)
        kept.append(one)
    return kept


def _hands(one: Contact, subjects: dict[str, Phone]) -> set[str]:
    """Return who of the case takes part: the people, or the phone itself where it lies alone."""
    sides = [subjects[number] for number in (one.caller, one.called) if number in subjects]
    return {side.bearer(one.at).by or side.number for side in sides}


def _in_the_way(one: Contact, hands: set[str], must: list[tuple[Contact, set[str]]]) -> bool:
    return any(
        hands & others and one.at < other.at + other.lasts + 5 and other.at < one.at + one.lasts + 5
        for other, others in must
        if other is not one
    )


def _contact(
    rng: np.random.Generator, at: float, caller: str, called: str, service: str, *, short: bool = False
) -> Contact:
    answered = service == CALL and rng.random() < 0.82
    lasts = _long(rng, 35 if short else 95) if answered else 0
    return Contact(at=at, caller=caller, called=called, service=service, lasts=lasts)


def _long(rng: np.random.Generator, middle: float) -> int:
    return int(min(2 * 60 * MINUTE, 1 + middle * rng.lognormal(0, 0.9)))


def _one(rng: np.random.Generator, numbers: Sequence[str], weights: Floats) -> str:
    summed = weights.cumsum()
    return numbers[int(np.searchsorted(summed, rng.random() * summed[-1], side="right"))]
