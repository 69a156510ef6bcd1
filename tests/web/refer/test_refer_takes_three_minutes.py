"""Somebody who has never seen the site makes a referral in under three minutes: counted from the questions themselves.

The time is reckoned by the keystroke-level model (Card, Moran and Newell, "The keystroke-level model for user
performance time with interactive systems", Communications of the ACM 23(7), 1980, 396-410), with its values for an
average typist who is no secretary: 0.28 s a key, 1.1 s to point, 0.4 s to move the hand between keyboard and mouse,
1.35 s to make ready before each answer; and by silent reading of 238 words a minute (Brysbaert, "How many words do we
read per minute?", Journal of Memory and Language 109, 2019) of every word that is seen, read once, on every page up to
the one that sends it; their own answers, which they check there, too. A page takes 1 s to come, and what they write of
their concern is two sentences of 18 words: assumed. The receipt is read when the referral is made.
"""

import re
from html import unescape

import pytest
from django import forms
from referred import ANSWERS, fill_in, visitor
from site_made import Site, add

from clewline.access import Role
from clewline.store.accounts import people
from clewline.store.received.answers import Answers
from clewline.web.refer.forms import STEPS, TRAP, Step, form_of

KEY, POINT, HAND, READY = 0.28, 1.1, 0.4, 1.35
WORDS_A_MINUTE = 238
PAGE = 1.0
MOST_REQUIRED, MOST_SECONDS = 12, 180
CONCERN = "He got off the coach with a man twice his age. He carries two phones, and is afraid."


@pytest.fixture(autouse=True)
def _somebody_answers(embedded_site: Site) -> None:
    add(Role.SAFEGUARDING)
    people.add_person("kestrel", name="Kestrel", role=Role.SUPERVISOR, body="kent", password=None)


def asked(age: str | None) -> list[tuple[str, forms.Field]]:
    """Return every question of the form, in order, for somebody of that age."""
    said = Answers(age=age)
    return [
        (name, field) for step in STEPS for name, field in form_of(step, said).fields.items() if name != TRAP
    ]


@pytest.mark.parametrize(("age", "required"), [("15", 9), (None, 9), ("34", 10)])
def test_no_more_than_twelve_answers_are_required(age: str | None, required: int) -> None:
    found = [name for name, field in asked(age) if field.required]
    assert len(found) == required <= MOST_REQUIRED, found


def words(page: bytes) -> int:
    """Return how many words of a page are read: of what is seen in `main`."""
    (main,) = re.findall(r"<main.*</main>", page.decode(), re.DOTALL)
    seen = re.sub(r'<(\w+) class="govuk-visually-hidden".*?</\1>', " ", main, flags=re.DOTALL)
    seen = re.sub(r'<div class="govuk-visually-hidden".*?</div>', " ", seen, flags=re.DOTALL)
    assert "Leave this box empty" not in seen
    return len(unescape(re.sub(r"<[^>]+>", " ", seen)).split())


def seconds(concern: str) -> tuple[float, int]:
    """Return how long the form takes, and how many pages."""
    client = visitor()
    pages = [client.get("/refer/").content]
    answers = ANSWERS | {"concern": ANSWERS["concern"] | {"concern": concern}}
    taken = 0.0
    for step in STEPS:
        if step is not STEPS[0]:  # the first question stands on the first page
            pages.append(client.get(f"/refer/{step.name}/").content)
        taken += _answering(step, answers[step.name])
        assert client.post(f"/refer/{step.name}/", answers[step.name]).status_code == 302
    pages.append(fill_in(client, **answers).content)
    assert client.post("/refer/check/").status_code == 200
    taken += len(pages) * (PAGE + READY + HAND + POINT)  # each is gone on from by a button
    taken += sum(map(words, pages)) / WORDS_A_MINUTE * 60
    return taken, len(pages)


def _answering(step: Step, said: dict[str, str]) -> float:
    """Return how long the answers of a page take: one is pointed at, and a line after a line gone to by Tab."""
    taken, writing = 0.0, False
    for name, field in form_of(step, Answers()).fields.items():
        value = said.get(name)
        if not value:
            continue
        if isinstance(field, forms.ChoiceField):
            listed = not isinstance(field.widget, forms.RadioSelect)
            taken += READY + HAND + (2 if listed else 1) * POINT
            writing = False
        else:
            taken += READY + (KEY if writing else POINT + HAND) + KEY * len(value)
            writing = True
    return taken


def test_it_takes_less_than_three_minutes() -> None:
    assert len(CONCERN.split()) >= 18
    taken, pages = seconds(CONCERN)
    assert pages == 6
    assert 60 < taken < MOST_SECONDS, f"{taken:.0f} s"


def test_the_reckoning_grows_with_what_is_written() -> None:
    short, _ = seconds(CONCERN)
    long, _ = seconds(f"{CONCERN} {CONCERN}")
    typed = KEY * (len(CONCERN) + 1)
    read = len(CONCERN.split()) / WORDS_A_MINUTE * 60  # where it is checked
    assert long - short == pytest.approx(typed + read, abs=0.1)
