"""What the access log tells beside the acts of pages: log-ins, and what is done at the command line."""

from collections.abc import Mapping

from clewline.access.acts import ACTS

LOG_IN, LOG_OUT, THROTTLED = "log in", "log out", "too many log-ins"
SECOND_FACTOR = "second factor"
FACTOR_ADDED, FACTOR_REMOVED, CODES_MADE = "add second factor", "remove second factor", "make recovery codes"
PASSWORD_CHANGED = "change password"
COMPARE_PHONES = "compare phones"
BACK_UP = "back up"
TOO_MANY_REFERRALS = "too many referrals"
CODES_TRIED = "codes tried"
HELD_BACK = "charge held back"
RECEIVED_DESTROYED = "destroy received"

HAPPENED: Mapping[str, str] = {
    LOG_IN: "logged in",
    LOG_OUT: "logged out",
    THROTTLED: "tried to log in too often, and was made to wait",
    SECOND_FACTOR: "showed a second factor",
    FACTOR_ADDED: "added a second factor",
    FACTOR_REMOVED: "removed a second factor",
    CODES_MADE: "made new recovery codes",
    PASSWORD_CHANGED: "changed their password",
    COMPARE_PHONES: "compared two phones by a case's records",
    BACK_UP: "copied the whole record to another place",
    TOO_MANY_REFERRALS: "used the public form too often, and was made to wait",
    HELD_BACK: "would have recorded a charge before section 45 was considered, a referral or sharing on no basis, or "
    "taken away what one rests on",
    CODES_TRIED: "tried many return codes with the reference of one referral of the public form",
    RECEIVED_DESTROYED: "destroyed what old referrals of the public form said",
}
"""Each by its name, as the log says it. One that is refused was tried and failed."""


def does(name: str) -> str:
    """Return what the log says of an act or an event; its name, where this version does not know it."""
    if name in ACTS:
        return ACTS[name].does
    return HAPPENED.get(name, name)
