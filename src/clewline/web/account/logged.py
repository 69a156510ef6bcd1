"""Log-ins in the access log: who, when, how it ended. What somebody typed never stands in it: it may be a password."""

from datetime import UTC, datetime
from typing import Any

from allauth.account import signals as account
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals as mfa
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

from clewline.access.happened import (
    CODES_MADE,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    LOG_IN,
    LOG_OUT,
    PASSWORD_CHANGED,
    SECOND_FACTOR,
)
from clewline.store.accounts import log, manage, tokens

FACTORS = {
    "totp": "authenticator app",
    "webauthn": "passkey or security key",
    "recovery_codes": "recovery codes",
}
WAYS = {"password": "password", "socialaccount": "log-in of their organisation", "mfa": "second factor"}


def did(act: str, user: Any, *, changed: str | None = None, outcome: str = log.DONE) -> None:
    """Log what somebody did."""
    said = log.Said(by=user.login, changed=changed)
    log.append(at=datetime.now(UTC), account=user.pk, act=act, outcome=outcome, said=said)


def tried(act: str, account: int | None) -> None:
    """Log what was tried and refused, and to whose account; none where there is no such account."""
    log.append(at=datetime.now(UTC), account=account, act=act, outcome=log.REFUSED, said=log.Said())


@receiver(account.user_logged_in)
def _in(request: HttpRequest, user: Any, **more: Any) -> None:
    methods = request.session.get("account_authentication_methods", ())
    ways = [WAYS.get(str(one.get("method")), "another way") for one in methods]
    did(LOG_IN, user, changed=" and ".join(dict.fromkeys(ways)) or None)
    if not is_mfa_enabled(user):
        _just_shown(request, user)


@receiver(user_logged_out)
def _out(user: Any, **more: Any) -> None:
    if user is not None:
        did(LOG_OUT, user)


@receiver(account.password_changed)
@receiver(account.password_set)
def _changed(request: HttpRequest, user: Any, **more: Any) -> None:
    did(PASSWORD_CHANGED, user)
    tokens.end_all(user.pk, at=datetime.now(UTC))
    _just_shown(request, user)


def _just_shown(request: HttpRequest, user: Any) -> None:
    """Say that somebody has just given their password: it is not asked again to add the second factor they need."""
    if any(
        one.get("method") == "password" for one in request.session.get("account_authentication_methods", ())
    ):
        record_authentication(request, user, "password", reauthenticated=True)


@receiver(mfa.authenticator_added)
def _added(request: HttpRequest, user: Any, authenticator: Any, **more: Any) -> None:
    did(FACTOR_ADDED, user, changed=FACTORS.get(authenticator.type))
    manage.logged_in(user.pk)
    if authenticator.type != "recovery_codes":
        # To add it, its holder has just shown it: it need not be asked for again.
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


@receiver(mfa.authenticator_removed)
def _removed(user: Any, authenticator: Any, **more: Any) -> None:
    did(FACTOR_REMOVED, user, changed=FACTORS.get(authenticator.type))


@receiver(mfa.authenticator_reset)
def _made_anew(user: Any, authenticator: Any, **more: Any) -> None:
    did(CODES_MADE, user, changed=FACTORS.get(authenticator.type))


@receiver(mfa.authentication_failed)
def _wrong(user: Any, **more: Any) -> None:
    did(SECOND_FACTOR, user, outcome=log.REFUSED)
