"""How often the public form may be used, by one address and by all. Who has to wait is told so, and whom to ring."""

from datetime import datetime, timedelta

from django.conf import settings

from clewline.access.happened import TOO_MANY_REFERRALS
from clewline.errors import TooOften
from clewline.store.accounts import log
from clewline.store.received import tries

HOUR, QUARTER = timedelta(hours=1), timedelta(minutes=15)
EVERYBODY = "everybody"
FILES_AN_HOUR = 30
"""Files from one address: each costs seconds of work."""
BACK_BY_ADDRESS, BACK_BY_REFERENCE = 30, 10
"""Tries to return in a quarter of an hour, from one address and with one reference."""
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
    _within(
        FILES_AN_HOUR, "file", address, at, HOUR, "Files were added too often. Wait for an hour to add more."
    )


def may_return(reference: str, address: str, at: datetime) -> None:
    """Count a try to come back with a reference and a code, whether there is such a referral or not.

    :raises TooOften: the address has tried too often, or the reference was tried too often.
    """
    # Both are counted before either refuses: just as much is asked whichever is full.
    by_address = tries.tried("return from", address, at=at, within=QUARTER)
    by_reference = tries.tried("return to", reference, at=at, within=QUARTER)
    if by_address > BACK_BY_ADDRESS or by_reference > BACK_BY_REFERENCE:
        _log_first(by_address == BACK_BY_ADDRESS + 1 or by_reference == BACK_BY_REFERENCE + 1, at)
        raise TooOften(f"That was tried too often. Wait a quarter of an hour, then try again. {RING}")


def _referral(what: str, address: str, at: datetime) -> None:
    sentence = f"Too many referrals come in just now. Keep this page open and try again in an hour. {RING}"
    _within(settings.REFER_RATE, what, address, at, HOUR, sentence)
    _within(settings.REFER_RATE_ALL, what, EVERYBODY, at, HOUR, sentence)


def _within(most: int, what: str, whose: str, at: datetime, within: timedelta, sentence: str) -> None:
    times = tries.tried(what, whose, at=at, within=within)
    if times > most:
        _log_first(times == most + 1, at)
        raise TooOften(sentence)


def _log_first(first: bool, at: datetime) -> None:
    """Log that somebody is made to wait: once in each stretch, or a flood would fill the log."""
    if first:
        log.append(
            at=at, account=None, act=TOO_MANY_REFERRALS, outcome=log.REFUSED, said=log.Said(by="public form")
        )
