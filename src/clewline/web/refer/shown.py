"""Answers as they are shown to be checked, on the receipt, and to those who take a referral up."""

from dataclasses import dataclass

from clewline.store.received import codes
from clewline.store.received.answers import Answers
from clewline.web.refer.beside import titles
from clewline.web.refer.forms import STEPS, TRAP, areas
from clewline.workflow.refer.made import State

OPEN = "Not answered"
CALLED = {
    "danger": "In danger now",
    "called": "Name",
    "age": "Age or date of birth",
    "place": "Where they are",
    "area": "Goes to",
    "concern": "What worries you",
    "knows": "Whether they know",
    "name": "Your name",
    "work": "Your job",
    "organisation": "Your organisation",
    "reach": "How to reach you",
    "indicators": "Signs that you saw",
    "files": "Pictures and documents",
}
"""What each answer is called where it is shown."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """An answer as it is shown."""

    name: str
    key: str
    value: str
    step: str
    """Page on which it can be changed."""


def answered(said: Answers) -> list[Row]:
    """Return every answer in the order of the form."""
    there = areas()
    rows = []
    for step in STEPS:
        for name in step.form.base_fields:
            if name == TRAP:
                continue
            value = getattr(said, name)
            if name == "area":
                value = there.get(str(value), value)
            rows.append(Row(name=name, key=CALLED[name], value=_written(name, value), step=step.name))
    called = titles()
    signs = "\n".join(called.get(one, one) for one in said.indicators) or "None marked"
    rows.append(Row(name="indicators", key=CALLED["indicators"], value=signs, step="signs"))
    named = "\n".join(one.name for one in said.files) or "None"
    return [*rows, Row(name="files", key=CALLED["files"], value=named, step="files")]


def _written(name: str, value: str | None) -> str:
    if not value:
        return "Not known" if name == "age" else OPEN
    return value[:1].upper() + value[1:] if name in ("danger", "knows") else value


WORDS = {
    "received": "Received. Nobody has taken it up yet.",
    "taken up": "Taken up. Somebody is working on it.",
    "outcome told": "The outcome is told below.",
}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What a referrer sees of a referral that was sent."""

    reference: str
    sent: str
    word: str
    sentence: str
    since: str
    told: str | None


def state_words(state: State) -> Shown:
    """Return the state of a referral in the words of its page."""
    return Shown(
        reference=codes.shown(state.reference),
        sent=f"{state.sent_at:%-d %B %Y}",
        word=state.word,
        sentence=WORDS[state.word],
        since=f"{state.since:%-d %B %Y}",
        told=state.told,
    )
