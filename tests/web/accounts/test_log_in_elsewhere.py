"""Log-in through an organisation: a site that is served, and a provider that signs, over real connections."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import requests
from browser import served
from django.conf import settings
from django.db import connections
from provider import CLIENT, SECRET, Provider, provider

from clewline.access import Role
from clewline.store import ready
from clewline.store.accounts import log, people

NO_ACCOUNT = "no account here is linked"


@dataclass(frozen=True)
class Elsewhere:
    """The site's address, and the organisation."""

    address: str
    provider: Provider

    def browser(self) -> requests.Session:
        one = requests.Session()
        one.headers["Connection"] = "close"  # the server waits for open ones when it stops
        return one

    def log_in(self, browser: requests.Session, **claims: object) -> requests.Response:
        """Log in as somebody of whom the organisation says this."""
        self.provider.claims = claims
        page = browser.get(f"{self.address}/log-in/").text
        token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token is not None and "Log in through Kent Police" in page
        form = {"csrfmiddlewaretoken": token[1]}
        return browser.post(f"{self.address}/log-in/organisation/", form)


@pytest.fixture(scope="module")
def site(embedded_once: str) -> Iterator[Elsewhere]:
    for login in ("finch", "reed", "teal", "ruff"):
        people.add_person(login, name=login.capitalize(), role=Role.OFFICER, body="kent", password=None)
    connections.close_all()
    with provider() as one, pytest.MonkeyPatch.context() as set_:
        set_.setenv("CLEWLINE_OIDC_ISSUER", one.issuer)
        set_.setenv("CLEWLINE_OIDC_CLIENT_ID", CLIENT)
        set_.setenv("CLEWLINE_OIDC_CLIENT_SECRET", SECRET)
        set_.setenv("CLEWLINE_OIDC_NAME", "Kent Police")
        set_.setenv("CLEWLINE_OIDC_SECOND_FACTORS", "hwk,mfa")
        with served(settings.HOME) as address:
            yield Elsewhere(address, one)


@pytest.mark.slow
def test_who_has_an_account_gets_in_and_is_asked_for_a_second_factor_here(site: Elsewhere) -> None:
    browser = site.browser()
    page = site.log_in(browser, sub="17", preferred_username="finch", amr=["pwd"])
    assert page.url.startswith(f"{site.address}/security/app/add/"), page.text
    assert page.status_code == 200 and "Scan this picture" in page.text
    assert browser.get(f"{site.address}/search/").url.startswith(f"{site.address}/security/app/add/")
    last = next(one for one in log.looks(most=20) if one.act == "log in")
    assert (last.outcome, last.said.by, last.said.changed) == (
        "done",
        "finch",
        "log-in of their organisation",
    )


@pytest.mark.slow
@pytest.mark.parametrize("said", [{"amr": ["pwd", "hwk"]}, {"acr": "mfa"}])
def test_a_second_factor_that_the_site_trusts_is_not_asked_for_again(
    site: Elsewhere, said: dict[str, object]
) -> None:
    page = site.log_in(site.browser(), sub="18", preferred_username="reed", **said)
    assert page.url == f"{site.address}/" and "You are a member of no case." in page.text


@pytest.mark.slow
def test_who_has_no_account_gets_none(site: Elsewhere) -> None:
    for claims in ({"preferred_username": "nobody"}, {}, {"email": "finch", "preferred_username": ""}):
        page = site.log_in(site.browser(), sub="19", **claims)
        assert page.status_code == 403 and NO_ACCOUNT in page.text
    assert log.looks(most=1)[0].outcome == "refused"
    assert len(people.numbers(["nobody"])) == 0


@pytest.mark.slow
def test_a_name_that_was_given_to_somebody_else_opens_nothing(site: Elsewhere) -> None:
    assert site.log_in(site.browser(), sub="20", preferred_username="teal").status_code == 200
    stranger = site.log_in(site.browser(), sub="21", preferred_username="teal")
    assert stranger.status_code == 403 and NO_ACCOUNT in stranger.text
    renamed = site.log_in(site.browser(), sub="20", preferred_username="ruff")
    assert renamed.status_code == 403 and NO_ACCOUNT in renamed.text


@pytest.mark.slow
@pytest.mark.parametrize("claims", [{"aud": "another site"}, {"iss": "http://127.0.0.1:1"}, {"exp": 1}])
def test_a_token_for_another_site_of_another_issuer_or_of_yesterday_is_refused(
    site: Elsewhere, claims: dict[str, object]
) -> None:
    page = site.log_in(site.browser(), sub="22", preferred_username="ruff", **claims)
    assert page.status_code == 403 and "did not log you in" in page.text


@pytest.mark.slow
def test_an_answer_that_nobody_asked_for_is_refused_and_so_is_a_failure_there(site: Elsewhere) -> None:
    back = f"{site.address}/log-in/organisation/back/"
    page = site.browser().get(back, params={"code": "x", "state": "made up"})
    assert page.status_code == 403 and "did not log you in" in page.text
    site.provider.refuses = True
    page = site.log_in(site.browser(), sub="18", preferred_username="reed")
    site.provider.refuses = False
    assert page.status_code == 403 and "did not log you in" in page.text


@pytest.mark.slow
def test_forms_lead_to_the_issuer_and_nowhere_else(site: Elsewhere) -> None:
    policy = site.browser().get(f"{site.address}/log-in/").headers["Content-Security-Policy"]
    assert f"form-action 'self' {site.provider.issuer}" in policy and policy.count("http") == 1
    cancelled = site.browser().get(f"{site.address}/log-in/organisation/cancelled/")
    assert "before your organisation said who you are" in cancelled.text


def test_without_the_setting_there_is_no_such_way() -> None:
    assert not settings.OIDC and "allauth.socialaccount" not in settings.INSTALLED_APPS
    assert ready.SITE == "clewline.site.web"
