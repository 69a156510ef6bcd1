"""The public form: begun, saved, come back to, sent; and what it refuses, each with a sentence."""

import re
from html import unescape

import pytest
from referred import ANSWERS, codes_in, come_back, fill_in, send, visitor
from site_made import Site, add, logged_in

from clewline.access import Role
from clewline.store.accounts import log, people
from clewline.store.received import codes, drafts, sent
from clewline.store.received.models import Draft, Received
from clewline.web.refer.forms import TRAPPED


@pytest.fixture(autouse=True)
def _somebody_answers(site: Site) -> None:
    """Somebody answers for two areas."""
    add(Role.SAFEGUARDING)
    people.add_person("kestrel", name="Kestrel", role=Role.SUPERVISOR, body="kent", password=None)


def words(page: bytes) -> str:
    """Return the words of a page."""
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", page.decode()).split()))


def test_a_referral_is_made_from_the_first_page_to_the_receipt() -> None:
    client = visitor()
    assert "ring 999 first" in words(client.get("/refer/").content)
    checked = words(fill_in(client).content)
    for said in (
        "Dunnock",
        "about 15",
        "The coach station",
        "Metropolitan Police",
        "Ticket inspector",
        "Not answered",
    ):
        assert said in checked
    assert Received.objects.count() == 0
    answer = client.post("/refer/check/")
    reference, code = codes_in(answer.content.decode())
    assert "What happens next" in words(answer.content) and answer["Cache-Control"] == "no-store"
    one = sent.state(codes.typed(reference, codes.REFERENCE))
    assert one.said is not None and one.said.called == "Dunnock" and one.area == "metropolitan"
    assert one.said.concern == ANSWERS["concern"]["concern"]
    assert Draft.objects.count() == 0
    assert client.post("/refer/check/").url == "/refer/", "a second press sends nothing"
    assert "Received. Nobody has taken it up yet." in words(come_back(visitor(), reference, code).content)


def test_that_it_was_sent_is_in_the_log_by_its_reference_and_nothing_else_of_it() -> None:
    reference, _ = send(visitor())
    (look,) = log.looks()
    assert (look.act, look.subject, look.account, look.case) == ("make referral", reference, None, None)
    assert look.said.by == "public form" and look.said.asked is None and look.said.changed is None


@pytest.mark.parametrize(
    ("danger", "says"), [("yes", "Ring 999 now"), ("not sure", "may be in danger, ring 999")]
)
def test_danger_shows_999_at_once(danger: str, says: str) -> None:
    answer = visitor().post("/refer/danger/", {"danger": danger}, follow=True)
    assert says in words(answer.content) and answer.redirect_chain == [("/refer/ring/", 302)]


def test_a_draft_is_saved_and_come_back_to_on_another_machine() -> None:
    first = visitor()
    first.post("/refer/danger/", ANSWERS["danger"])
    first.post("/refer/who/", ANSWERS["who"])
    saved = first.post("/refer/where/", {"place": "", "area": "kent", "later": "yes"})
    reference, code = codes_in(saved.content.decode())
    assert first.get("/refer/where/").url == "/refer/", "this machine has forgotten it"
    second = visitor("192.0.2.2")
    assert come_back(second, reference, code).url == "/refer/where/"
    page = second.get("/refer/where/").content.decode()
    assert 'value="kent" selected' in page
    for step in ("where", "concern", "you"):
        second.post(f"/refer/{step}/", ANSWERS[step])
    assert "Dunnock" in words(second.get("/refer/check/").content)
    receipt = second.post("/refer/check/").content
    assert code not in receipt.decode() and "The one that you were shown" in words(receipt)
    assert "Received." in words(come_back(visitor(), reference, code).content)


def test_an_answer_is_changed_from_the_page_that_shows_them_all() -> None:
    client = visitor()
    fill_in(client)
    page = client.get("/refer/who/?then=check").content.decode()
    assert 'value="Dunnock"' in page and 'name="then" value="check"' in page
    answer = client.post("/refer/who/", {"called": "Linnet", "age": "", "then": "check"})
    assert answer.url == "/refer/check/"
    checked = words(client.get("/refer/check/").content)
    assert "Linnet" in checked and "Dunnock" not in checked and "Not known" in checked


def test_an_adult_s_own_wish_is_asked_for_and_a_child_s_may_be_left_open() -> None:
    client = visitor()
    fill_in(client)
    client.post("/refer/who/", {"called": "Dunnock", "age": "34", "then": "check"})
    assert client.get("/refer/check/").url == "/refer/concern/"
    answer = client.post("/refer/concern/", ANSWERS["concern"])
    assert answer.status_code == 422 and "They are 18 or older" in words(answer.content)
    told = {**ANSWERS["concern"], "knows": "no"}
    assert client.post("/refer/concern/", told).status_code == 302
    assert client.post("/refer/check/").status_code == 200


def test_nothing_is_sent_while_an_answer_is_missing() -> None:
    client = visitor()
    client.post("/refer/danger/", ANSWERS["danger"])
    assert client.get("/refer/check/").url == "/refer/who/"
    assert client.post("/refer/check/").url == "/refer/who/" and Received.objects.count() == 0


@pytest.mark.parametrize("step", [*ANSWERS, "check", "back"])
def test_the_trap_refuses_with_a_sentence_and_keeps_nothing_of_the_page(step: str) -> None:
    client = visitor()
    if step != "danger":
        fill_in(client)
    before = [bytes(one.sealed)[17:] for one in Draft.objects.all()]
    said = ANSWERS.get(step, {"reference": "2222-2222", "code": "2222-2222-2222"})
    for trap in ("https://spam.example", "x" * 5000):
        answer = client.post(f"/refer/{step}/", {**said, "called": "Other", "later": "yes", "website": trap})
        assert answer.status_code == 422 and TRAPPED in words(answer.content)
    assert [bytes(one.sealed)[17:] for one in Draft.objects.all()] == before and Received.objects.count() == 0


@pytest.mark.parametrize(
    ("step", "field", "value"),
    [
        ("who", "called", "x" * 121),
        ("who", "age", "x" * 41),
        ("who", "age", "300"),
        ("where", "place", "x" * 201),
        ("where", "area", "nowhere"),
        ("concern", "concern", "x" * 4001),
        ("concern", "knows", "perhaps"),
        ("you", "name", "x" * 121),
        ("you", "work", "x" * 121),
        ("you", "organisation", "x" * 121),
        ("you", "reach", "x" * 121),
        ("you", "reach", "\0\u202e \u200b"),
    ],
)
def test_an_answer_that_is_too_long_or_none_is_refused(step: str, field: str, value: str) -> None:
    client = visitor()
    client.post("/refer/danger/", ANSWERS["danger"])
    answer = client.post(f"/refer/{step}/", ANSWERS[step] | {field: value})
    assert answer.status_code == 422 and "There is a problem" in words(answer.content)


def test_marks_that_steer_and_markup_do_not_pass_through() -> None:
    client = visitor()
    nasty = "<script>alert(1)</script>\0\x1b[2J \u202etxt.exe \ud800=cmd|' /C calc'!A0"
    page = fill_in(client, who={"called": nasty.replace("\ud800", ""), "age": ""}).content.decode()
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)&lt;/script&gt; [2J txt.exe" in page
    assert not set("\0\x1b\u202e") & set(page)


def test_the_quick_way_out_forgets_what_was_being_written() -> None:
    client = visitor()
    fill_in(client)
    assert 'href="/refer/leave/"' in client.get("/refer/check/").content.decode()
    assert client.get("/refer/leave/").url.startswith("https://www.bbc.co.uk/")
    assert client.get("/refer/check/").url == "/refer/"


def test_a_draft_that_has_died_leads_to_the_beginning() -> None:
    client = visitor()
    fill_in(client)
    Draft.objects.update(begun_us=1)
    answer = client.get("/refer/check/")
    assert answer.url == "/refer/" and client.get("/refer/who/").url == "/refer/"


def test_where_one_body_answers_nobody_is_asked_which() -> None:
    people.find_person("kestrel")
    from clewline.store.accounts.models import Account

    Account.objects.filter(login="kestrel").update(is_active=False)
    client = visitor()
    page = fill_in(client, where={"place": "The coach station"})
    assert "Metropolitan Police" in words(page.content)
    # Their page may be older than the day on which the other body left.
    page = fill_in(client, where={"place": "The coach station", "area": "kent"})
    assert "Metropolitan Police" in words(page.content)


def test_a_draft_is_sealed_where_it_lies() -> None:
    fill_in(visitor())
    (one,) = Draft.objects.all()
    assert bytes(one.sealed)[:1] == b"\x01" and drafts.count() == 1


def test_signs_of_the_guide_are_marked_where_somebody_wants_to_and_shown_by_what_they_are_called() -> None:
    client = visitor()
    fill_in(client)
    page = client.get("/refer/signs/").content.decode()
    assert page.count('type="checkbox"') >= 30 and "checked" not in page
    marked = {"phones": ["several_phones"], "movement": ["found_far_from_home", "goes_missing"]}
    assert client.post("/refer/signs/", marked).url == "/refer/check/"
    assert client.get("/refer/signs/").content.decode().count(" checked") == 3
    answer = client.post("/refer/signs/", {"phones": ["no_such_sign"]})
    assert answer.status_code == 422
    reference, _ = codes_in(client.post("/refer/check/").content.decode())
    one = sent.state(codes.typed(reference, codes.REFERENCE))
    assert one.said is not None and set(one.said.indicators) == {*marked["phones"], *marked["movement"]}
    from clewline.store.accounts.people import find_person

    carer = logged_in(find_person("safeguarding-other-nightjar-7"))
    shown = words(carer.get(f"/received/{reference}/").content)
    assert "Signs that the referrer saw" in shown and "several_phones" not in shown
