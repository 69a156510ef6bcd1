"""A referral as somebody makes it who has no account: the answers to each page, and a browser that gives them."""

import re
from datetime import UTC, datetime
from typing import Any

from django.test import Client

from clewline.store.received import codes, drafts, sent
from clewline.store.received.answers import Answers

ANSWERS: dict[str, dict[str, str]] = {
    "danger": {"danger": "no"},
    "who": {"called": "Dunnock", "age": "about 15"},
    "where": {"place": "The coach station", "area": "metropolitan"},
    "concern": {
        "concern": "He got off the coach with a man twice his age.\nHe was afraid of him.",
        "knows": "",
    },
    "you": {
        "name": "Robin Wagtail",
        "work": "Ticket inspector",
        "organisation": "Coast Coaches",
        "reach": "020 7946 0000",
    },
}


def visitor(address: str = "192.0.2.1") -> Client:
    """Return a browser in which nobody has logged in."""
    return Client(raise_request_exception=True, headers={"host": "localhost"}, REMOTE_ADDR=address)


def fill_in(client: Client, **other: dict[str, str]) -> Any:
    """Answer every page, and return the page on which the answers are checked."""
    answer = client.get("/refer/")
    for step, said in (ANSWERS | other).items():
        answer = client.post(f"/refer/{step}/", said)
        assert answer.status_code == 302, (step, answer.content.decode())
    return client.get("/refer/check/")


def send(client: Client, **other: dict[str, str]) -> tuple[str, str]:
    """Make a referral, and return its reference and return code."""
    assert fill_in(client, **other).status_code == 200
    return codes_in(client.post("/refer/check/").content.decode())


def codes_in(page: str) -> tuple[str, str]:
    """Return the reference and the return code that a page shows."""
    found = re.findall(r"<strong>([2-9A-Z]{4}(?:-[2-9A-Z]{4})+)</strong>", page)
    return found[0], found[-1]


def come_back(client: Client, reference: str, code: str) -> Any:
    """Come back with a reference and a return code."""
    return client.post("/refer/back/", {"reference": reference, "code": code})


def waiting() -> str:
    """Have a referral with a picture wait, and return its reference as it is shown."""
    flat: dict[str, Any] = {name: value or None for said in ANSWERS.values() for name, value in said.items()}
    said, at = Answers(**flat), datetime.now(UTC)
    reference = drafts.begin(said, at=at)
    sent.add_pictures(reference, 1, [b"\xff\xd8\xff a picture \xff\xd9"])
    drafts.send(reference, said, area="metropolitan", at=at)
    return codes.shown(reference)
