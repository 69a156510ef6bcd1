"""The public form as it is served: what it requires, how many pages and words it has, how hard they are to read."""

import re
from collections.abc import Mapping
from html import unescape
from html.parser import HTMLParser
from typing import Any

from bench.guide import FORMULAS, ages
from bench.measure import spread

ANSWERS: Mapping[str, Mapping[str, str]] = {
    "danger": {"danger": "no"},
    "who": {"called": "Dunnock", "age": "15"},
    "where": {"place": "The coach station", "area": "metropolitan"},
    "concern": {"concern": "He got off the coach with a man twice his age. He is afraid.", "knows": "no"},
    "you": {
        "name": "Robin Wagtail",
        "work": "Ticket inspector",
        "organisation": "Coast Coaches",
        "reach": "020 7946 0000",
    },
}
"""A referral as somebody makes it, page by page."""
READ = ("p", "li", "label", "legend", "h1", "h2", "dt", "strong", "div", "button")
"""What begins a sentence or a question of its own."""


class Seen(HTMLParser):
    """What is seen in the main part of a page, piece by piece, and the questions that are asked there."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = [""]
        self.own: list[str] = []
        """Their own answers, which they check: read as well, and no words of the form."""
        self.questions: set[str] = set()
        self._main = self._answer = False
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        self._main = self._main or tag == "main"
        if self._hidden or "govuk-visually-hidden" in str(own.get("class") or ""):
            if tag not in ("input", "br", "img", "hr"):
                self._hidden.append(tag)
            return
        asks = tag in ("select", "textarea") or (
            tag == "input" and own.get("type") not in ("hidden", "submit")
        )
        if self._main and asks:
            self.questions.add(str(own.get("name")))
        if tag in READ:
            self.said.append("")
        self._answer = self._answer or tag == "dd"

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden.pop()
        self._main = self._main and tag != "main"
        self._answer = self._answer and tag != "dd"

    def handle_data(self, data: str) -> None:
        if self._main and not self._hidden:
            if self._answer:
                self.own.append(data)
            else:
                self.said[-1] += data

    @property
    def pieces(self) -> list[str]:
        """Return what is read, each piece once."""
        return [text for text in (" ".join(unescape(one).split()) for one in self.said) if text]


def counted() -> dict[str, Any]:
    """Return the counts of a referral about a child and of one about an adult, and how hard the form is to read."""
    from clewline.access import Role
    from clewline.store.accounts import people

    people.add_person("carer", name="Carer", role=Role.SAFEGUARDING, body="metropolitan", password=None)
    people.add_person("other", name="Other", role=Role.SUPERVISOR, body="kent", password=None)
    child, pages = _walk("15")
    adult, _ = _walk("34")
    read = {name: _sentences(some) for name, some in pages.items()}
    by_page = {name: ages(some) for name, some in read.items()}
    whole = ages([sentence for some in read.values() for sentence in some])
    return {
        "child": child,
        "adult": adult,
        "reading_age": {
            "whole": whole,
            "pages": by_page,
            "spread": {name: spread([one[name] for one in by_page.values()]) for name in FORMULAS},
        },
    }


def _walk(age: str) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Make a referral about somebody of an age; return what it asked, and what is read on each of its pages."""
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    pages, asked, required = {"start": _seen(client.get("/refer/"))}, set[str](), set[str]()
    asked |= pages["start"].questions
    for step, said in ANSWERS.items():
        if step != "danger":  # it is asked on the first page
            pages[step] = _seen(client.get(f"/refer/{step}/"))
            asked |= pages[step].questions
        # What the site itself demands: nothing is answered, and it says what is missing.
        refused = client.post(f"/refer/{step}/", {})
        required |= set(re.findall(r'href="#id_([a-z]+)', refused.content.decode()))
        assert (
            client.post(f"/refer/{step}/", {**said, "age": age} if step == "who" else said).status_code == 302
        )
    pages["check"] = _seen(client.get("/refer/check/"))
    sent = client.post("/refer/check/")
    assert sent.status_code == 200
    pages["sent"] = _seen(sent)
    pieces = {name: page.pieces for name, page in pages.items()}
    words = {name: len(" ".join([*page.pieces, *page.own]).split()) for name, page in pages.items()}
    told = {
        "required": len(required),
        "asked": len(asked),
        "pages_to_send": len(pages) - 1,
        "words_to_read_before_sending": sum(words.values()) - words["sent"],
        "words": words,
        "required_names": sorted(required),
    }
    return told, pieces


def _seen(answer: Any) -> Seen:
    page = Seen()
    page.feed(answer.content.decode())
    return page


def _sentences(pieces: list[str]) -> list[str]:
    """Return each piece as a sentence: a question or heading without its full stop is one."""
    return [one if one[-1] in ".?!" else f"{one}." for one in pieces]
