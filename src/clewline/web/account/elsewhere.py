"""Log-in through an organisation: for those who have an account already, linked by a claim of its identity token."""

from collections.abc import Mapping
from typing import Any, NoReturn

from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.shortcuts import render

from clewline.access.happened import LOG_IN
from clewline.web.account.logged import tried

NO_ACCOUNT = (
    "Your organisation says who you are, but no account here is linked to that. "
    "Ask your administrator to make you one, or to look at the one that you have."
)
FAILED = "Your organisation did not log you in. Try again, or use your password."


class Elsewhere(DefaultSocialAccountAdapter):
    """Nobody gets an account by logging in elsewhere."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Return that nobody signs up."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Link what the organisation says to the account that it names; refuse what names none, or another one."""
        claims: Mapping[str, Any] = sociallogin.account.extra_data.get("id_token") or {}
        user = named(claims)
        if user is None:
            _refuse(request, None, NO_ACCOUNT)
        linked = SocialAccount.objects.filter(user=user, provider=sociallogin.account.provider)
        if sociallogin.is_existing:
            if sociallogin.user.pk != user.pk:
                _refuse(request, user.pk, NO_ACCOUNT)
        elif linked.exists():
            # The organisation gave the same name to somebody else: names are used again, subjects are not.
            _refuse(request, user.pk, NO_ACCOUNT)
        elif user.is_active:
            sociallogin.connect(request, user)
        if second_factor(claims):
            record_authentication(request, user, "mfa", type="organisation")

    def on_authentication_error(self, request: HttpRequest, *args: Any, **named: Any) -> NoReturn:
        """Say that it did not work: why is for the organisation to say."""
        _refuse(request, None, FAILED)


def named(claims: Mapping[str, Any]) -> Any:
    """Return the account that the claim names; none where there is none, or the organisation has not verified it."""
    value = claims.get(settings.OIDC_CLAIM)
    if not isinstance(value, str) or not value:
        return None
    if settings.OIDC_CLAIM == "email" and claims.get("email_verified") is not True:
        return None
    return get_user_model().objects.filter(login=value).first()


def second_factor(claims: Mapping[str, Any]) -> bool:
    """Return whether the organisation asked for a second factor, in words that the site is set to trust."""
    methods = claims.get("amr")
    said = {str(one) for one in methods} if isinstance(methods, list) else set()
    return not settings.OIDC_SECOND_FACTORS.isdisjoint(said | {str(claims.get("acr"))})


def _refuse(request: HttpRequest, account: int | None, sentence: str) -> NoReturn:
    tried(LOG_IN, account)
    context = {"title": "You are not logged in", "sentence": sentence}
    raise ImmediateHttpResponse(render(request, "frame/refused.html", context, status=403))
