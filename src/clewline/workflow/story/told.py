"""A story as it is told: which steps, in which order, by whom and when; read from TOML, all of it or none."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from clewline.errors import BadDeclaration
from clewline.safeguarding.instants import BRITISH
from clewline.safeguarding.referral import Act

OWN, ELSEWHERE = "own", "elsewhere"
"""In which of the story's two cases a step is taken."""


class Doing(StrEnum):
    """What is done in a step, beside what is done with a referral."""

    RECORD = "record"
    SHARE = "share"
    END_SHARING = "end sharing"
    ASK_WHO_ELSE = "ask who else"


@dataclass(frozen=True, kw_only=True)
class Step:
    """Something that one person does at one instant."""

    name: str
    at: datetime
    """In UTC; the text has it by British clocks."""
    by: str
    """Log-in of whose act it is."""
    act: Doing | Act
    why: str
    """What is to be learnt from it, in a sentence."""
    case: str = OWN
    kind: str | None = None
    """Of what is recorded: its kind."""
    says: Mapping[str, str]
    """The answers of its form, as somebody would type them."""
    refused: str | None = None
    """The rule by which the record must refuse it."""
    of: str | None = None
    """Name of the step whose referral, or sharing, it is about."""
    words: str = ""
    fields: Sequence[str] = ()
    """What is shared."""
    basis: str = ""
    told: str | None = None
    """What the referrer is told."""

    @property
    def day(self) -> date:
        """Return the day by British clocks."""
        return self.at.astimezone(BRITISH).date()


@dataclass(frozen=True, kw_only=True)
class Look:
    """Where somebody looks afterwards."""

    by: str
    path: Sequence[str]
    """Links to follow, from their first page on."""
    sees: str


@dataclass(frozen=True, kw_only=True)
class Story:
    """One child's story."""

    title: str
    child: str
    person: str
    """As the force records them."""
    case: str
    elsewhere: str
    """Case of the other body."""
    elsewhere_body: str
    partner: str
    """To whom the child is referred."""
    looks: Sequence[Look]
    steps: Sequence[Step]
    written: Mapping[str, Any] | None = None
    """Answers of a referral of another child that has just come by the public form, and waits; none: none has."""

    def case_of(self, step: Step) -> str:
        """Return the case in which a step is taken."""
        return self.case if step.case == OWN else self.elsewhere


def read_story(text: str) -> Story:
    """Return a story.

    :raises BadDeclaration: something of it is missing, misspelt or out of order: which, by the step's name.
    """
    try:
        said = tomllib.loads(text)
        looks = [_one(Look, one) for one in said.pop("look", [])]
        steps = [_step(one) for one in said.pop("step", [])]
        story = _one(Story, said | {"looks": looks, "steps": steps})
        _in_order(story)
    except (tomllib.TOMLDecodeError, ValueError) as wrong:
        raise BadDeclaration(f"The story is not used. {wrong}") from wrong
    return story


T = TypeVar("T")


def _one(kind: type[T], said: Mapping[str, Any]) -> T:
    known = {one.name: one for one in fields(kind)}  # type: ignore[arg-type]  # one of the dataclasses above
    name = f"{kind.__name__} {said.get('name') or said.get('by') or ''}".strip()
    if unknown := sorted(said.keys() - known.keys()):
        raise ValueError(f"{name}: there is no {', '.join(unknown)}.")
    needed = {one.name for one in known.values() if one.default is MISSING}
    if missing := sorted(needed - said.keys()):
        raise ValueError(f"{name}: {', '.join(missing)} is missing.")
    return kind(**said)


def _step(said: Mapping[str, Any]) -> Step:
    name, at, act = said.get("name"), said.get("at"), said.get("act")
    if not isinstance(at, datetime) or at.tzinfo is not None:
        raise ValueError(f"Step {name}: at is no day and time by British clocks.")
    acts: dict[object, Doing | Act] = {str(one): one for one in (*Doing, *Act)}
    if act not in acts:
        raise ValueError(f"Step {name}: {act} is none of {', '.join(map(str, acts))}.")
    says = {one: _typed(value) for one, value in said.get("says", {}).items()}
    return _one(
        Step, {**said, "at": at.replace(tzinfo=BRITISH).astimezone(UTC), "act": acts[act], "says": says}
    )


def _typed(value: object) -> str:
    """Return an answer as it is typed into a form."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def _in_order(story: Story) -> None:
    earlier: dict[str, Step] = {}
    last: dict[str, datetime] = {}
    for step in story.steps:
        if step.name in earlier:
            raise ValueError(f"Step {step.name}: there are two of that name.")
        if step.case not in (OWN, ELSEWHERE):
            raise ValueError(f"Step {step.name}: its case is neither {OWN} nor {ELSEWHERE}.")
        if step.of is not None and step.of not in earlier:
            raise ValueError(f"Step {step.name}: no step before it is named {step.of}.")
        if (before := last.get(step.case)) is not None and step.at <= before:
            raise ValueError(f"Step {step.name}: it is not later than the step before it.")
        earlier[step.name], last[step.case] = step, step.at
    if not story.steps:
        raise ValueError("It has no step.")
