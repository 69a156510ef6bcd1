"""Addresses of log-in through an organisation, by OpenID Connect; imported where the site is set to have it."""

from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.socialaccount.views import login_cancelled
from django.urls import path

BY = {"provider_id": "organisation"}
ELSEWHERE = [
    path("log-in/organisation/", oidc.login, BY, name="openid_connect_login"),
    path("log-in/organisation/back/", oidc.callback, BY, name="openid_connect_callback"),
    path("log-in/organisation/cancelled/", login_cancelled, name="socialaccount_login_cancelled"),
]
