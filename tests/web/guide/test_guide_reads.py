"""How hard the guide is to read, measured on its pages as they are served."""

import re
from html.parser import HTMLParser

import pytest
from bench.guide import AGE, FORMULAS, ages
from django.test import Client
from site_made import Site

from clewline.safeguarding.indicator import KINDS

PATHS = ("/guide/", "/guide/whole/", *(f"/guide/{kind}/" for kind in KINDS))
LEFT_OUT = re.compile(r"Source: |Lists of signs|.*\(([a-z-]+\.)+(uk|org|info|com|net)\b")
"""Names of the pages that the guide rests on: nobody has to read them to know what to do."""


class Sentences(HTMLParser):
    """The text of paragraphs and of lists in the main part of a page, less links that stand alone."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside, self._main = 0, False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._main = self._main or tag == "main"
        if tag in ("p", "li"):
            self.found.append("")
            self._inside += 1

    def handle_endtag(self, tag: str) -> None:
        self._main = self._main and tag != "main"
        if tag in ("p", "li"):
            self._inside -= 1

    def handle_data(self, data: str) -> None:
        if self._main and self._inside:
            self.found[-1] += data


def sentences(path: str) -> list[str]:
    """Return what is to be read on a page, in order."""
    parser = Sentences()
    parser.feed(Client(headers={"host": "localhost"}).get(path).content.decode())
    said = [" ".join(text.split()) for text in parser.found]
    return [text for text in said if text[-1:] in (".", "?", "!") and not LEFT_OUT.match(text)]


@pytest.mark.parametrize("path", PATHS)
def test_a_child_of_twelve_can_read_it(embedded_site: Site, path: str) -> None:
    found = sentences(path)
    assert len(found) > 20
    for formula, age in ages(found).items():
        assert age <= AGE, f"{path}: {age:.1f} by {formula}"


def test_the_measure_tells_plain_words_from_the_words_of_an_office() -> None:
    plain = ["They have two phones.", "They hide who they talk to.", "Ask who is with them."] * 10
    office = [
        "Professionals encountering individuals exhibiting multiple vulnerabilities associated with criminal "
        "exploitation should initiate appropriate multi-agency safeguarding procedures without unnecessary delay."
    ] * 10
    assert set(ages(plain)) == set(FORMULAS)
    assert all(age <= AGE for age in ages(plain).values())
    assert all(age > AGE for age in ages(office).values())
