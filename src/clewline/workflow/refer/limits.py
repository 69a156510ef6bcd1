"""How often the public form may be used, by one address and by all. Who has to wait is told so, and whom to ring.

Nobody is kept out of their own referral by what others do: a reference is no secret, and whoever knows one could lock
its referrer out by wrong codes. So tries are counted against the address that makes them, and never refuse another's.
What keeps a code from being found is its length, 20 to the power of 12: a million addresses that each made all tries
that they may with one reference, 10 in each quarter of an hour, would find its code within a year with a chance of 1 in
11,000. That it is tried is logged long before.
"""

from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Network, ip_address

from django.conf import settings

from clewline.access.happened import CODES_TRIED, TOO_MANY_REFERRALS
from clewline.errors import TooOften
from clewline.store.accounts import log
from clewline.store.received import codes, tries

HOUR, QUARTER = timedelta(hours=1), timedelta(minutes=15)
EVERYBODY = "everybody"
BY = "public form"
"""Who it was, in the access log: nobody says who they are there."""
FILES_AN_HOUR = 30
"""Files from one address: each costs seconds of work."""
BACK_BY_ADDRESS, BACK_BY_BOTH = 30, 10
"""Tries to return in a quarter of an hour, from one address, and from it with one reference."""
BACK_NOTICED = 100
"""Tries with one reference in a quarter of an hour, from all addresses, after which the log says that it is tried."""
IPV6_NETWORK = 64
"""Bits of an address of IPv6 that name a line, whose holder may take any address below them (RFC 6177)."""
RING = "If somebody is in danger now, ring 999. If it cannot wait, ring 101."


def may_begin(address: str, at: datetime) -> None:
    """Count the beginning of a referral.

    :raises TooOften: the address, or all together, have begun too many in this hour.
    """
    _referral("begin", address, at)


def may_send(address: str, at: datetime) -> None:
    """Count the sending of a referral.

    :raises TooOften: the address, or all together, have sent too many in this hour.
    """
    _referral("send", address, at)


def may_add_file(address: str, at: datetime) -> None:
    """Count a file.

    :raises TooOften: the address has sent too many in this hour.
    """
    sentence = "Files were added too often. Wait for an hour to add more, or send the referral without."
    _within(FILES_AN_HOUR, "file", place_of(address), at, HOUR, sentence)


def may_return(reference: str, address: str, at: datetime) -> None:
    """Count a try to come back with a reference and a code, whether there is such a referral or not.

    :raises TooOften: the address has tried too often, at all or with this reference.
    """
    # All are counted before any refuses: just as much is asked whichever is full.
    place = place_of(address)
    by_address = tries.tried("return from", place, at=at, within=QUARTER)
    by_both = tries.tried("return from to", f"{place} {reference}", at=at, within=QUARTER)
    of_all = tries.tried("return to", reference, at=at, within=QUARTER)
    if of_all == BACK_NOTICED + 1:
        log.append(at=at, account=None, act=CODES_TRIED, subject=codes.shown(reference), said=log.Said(by=BY))
    if by_address > BACK_BY_ADDRESS or by_both > BACK_BY_BOTH:
        _log_first(by_address == BACK_BY_ADDRESS + 1 or by_both == BACK_BY_BOTH + 1, at)
        raise TooOften(f"That was tried too often. Wait a quarter of an hour, then try again. {RING}")


def place_of(address: str) -> str:
    """Return what is counted as one address: of IPv6 the network of a line, since whoever has it has every address."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if isinstance(known, IPv4Address):
        return str(known)
    if known.ipv4_mapped is not None:
        return str(known.ipv4_mapped)
    return str(IPv6Network((int(known), IPV6_NETWORK), strict=False).network_address)


def _referral(what: str, address: str, at: datetime) -> None:
    sentence = f"Too many referrals come in just now. Try again in an hour. {RING}"
    _within(settings.REFER_RATE, what, place_of(address), at, HOUR, sentence)
    _within(settings.REFER_RATE_ALL, what, EVERYBODY, at, HOUR, sentence)


def _within(most: int, what: str, whose: str, at: datetime, within: timedelta, sentence: str) -> None:
    times = tries.tried(what, whose, at=at, within=within)
    if times > most:
        _log_first(times == most + 1, at)
        raise TooOften(sentence)


def _log_first(first: bool, at: datetime) -> None:
    """Log that somebody is made to wait: once in each stretch, or a flood would fill the log."""
    if first:
        log.append(at=at, account=None, act=TOO_MANY_REFERRALS, outcome=log.REFUSED, said=log.Said(by=BY))
