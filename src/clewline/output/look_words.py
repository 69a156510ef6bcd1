"""What a line of the access log says, in words: who, what, of which, what was asked."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from clewline.access import does
from clewline.record import all_kinds
from clewline.store.accounts.log import REFUSED, Looked

NAMED = {
    "q": "looked for",
    "without": "without",
    "kind": "kind",
    "case": "case",
    "subject": "about",
    "about": "about",
    "first": "from",
    "last": "to",
    "start": "from",
    "end": "to",
    "force": "force",
    "mark": "rows of",
    "under_18": "under 18",
    "since": "recorded since",
    "act": "what",
    "account": "account",
    "outcome": "outcome",
    "as_of": "as known on",
}
"""What a page's address asks for, by the words in which it is told."""
FORM_ALONE = "the form alone"
"""What the gate notes where a form was opened and not sent."""
PLACES = ("before", "after", "page")
"""Parts of an address that say how far somebody went on in a list."""


def asked_words(asked: str | None) -> str:
    """Return what was asked for in words, as `kind: Arrest, from: 2023-03-01`; what is no address, as it stands."""
    if asked is None:
        return ""
    pairs = parse_qsl(asked)
    if not pairs:
        return asked
    titles = {name: kind.title for name, kind in all_kinds().items()}
    told = [
        f"{NAMED.get(name, name.replace('_', ' '))}: {titles.get(value, value) if name == 'kind' else value}"
        for name, value in pairs
        if name not in PLACES
    ]
    if any(name in PLACES for name, _ in pairs):
        told.append("a later page")
    return ", ".join(told)


def outcome_words(look: Looked) -> str:
    """Return how it ended."""
    if look.outcome == REFUSED:
        return "refused"
    return "done" if look.said.shown is None else f"{look.said.shown:,} shown"


def who(look: Looked, names: Mapping[int, str]) -> str:
    """Return who it was: the name of the account, or who acted at the command line."""
    if look.account is not None:
        return names.get(look.account) or look.said.by or f"account {look.account}"
    return f"{look.said.by}, at the command line" if look.said.by else "somebody"


def did(look: Looked) -> str:
    """Return what was done; whoever opened a form and did not send it changed nothing."""
    if look.said.asked == FORM_ALONE:
        return f"opened the form for: {look.act}"
    return does(look.act)


def beside(look: Looked) -> list[str]:
    """Return what was asked, changed and given as a reason, each in words."""
    said = look.said
    told = [
        "" if said.asked == FORM_ALONE else asked_words(said.asked),
        said.changed or "",
        f"because: {said.reason}" if said.reason else "",
        said.copy or "",
        f"for {said.to}" if said.to else "",
        f"through the API, token {said.token}" if said.token else "",
    ]
    return [one for one in told if one]


def sentence(look: Looked, names: Mapping[int, str]) -> str:
    """Return a line of the log as one sentence."""
    of = " ".join(
        filter(
            None, (f"of case {look.case}" if look.case else "", f"({look.subject})" if look.subject else "")
        )
    )
    rest = "; ".join([outcome_words(look), *beside(look)])
    return f"{look.at:%Y-%m-%d %H:%M:%S} UTC  {who(look, names)} {did(look)} {of}: {rest}".replace(" :", ":")


def as_data(look: Looked, names: Mapping[int, str]) -> dict[str, Any]:
    """Return a line of the log as JSON has it."""
    said = look.said
    return {
        "number": look.seq,
        "at": look.at.isoformat(),
        "account": look.account,
        "who": said.by if look.account is None else names.get(look.account, said.by),
        "by": said.by,
        "act": look.act,
        "did": does(look.act),
        "outcome": look.outcome,
        "case": look.case,
        "subject": look.subject,
        "purpose": said.purpose,
        "asked": said.asked,
        "shown": said.shown,
        "changed": said.changed,
        "reason": said.reason,
        "to": said.to,
        "taken_out": said.copy,
        "token": said.token,
    }
