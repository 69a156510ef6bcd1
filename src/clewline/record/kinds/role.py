"""What a person was to a line, and the basis for saying so."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Role(Facts):
    """What a person was to a line, and the basis for saying so. It is what a force says, not a verdict."""

    title: ClassVar[str] = "Role on a line"

    person: str
    """The person as recorded by the force."""
    line: str
    """The line."""
    role: Literal["line holder", "elder", "runner", "customer", "cuckooed resident", "associate", "victim"]
    """Line holder: not hands-on with the drugs, exploits others to run them (Metropolitan Police, June
    2020). Runner: moves and sells, often exploited.
    """
    basis: str
    """What the saying rests on, as `attribution report` or `admission`."""
    force: str
    """Force that says so."""
    said_by: str | None = None
    """Who said so."""
