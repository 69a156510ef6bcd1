"""Part the tokens of a published value into the members of its list, each with at most one number."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from clewline.formats.stated.token import NUMBERS, Token
from clewline.formats.stated.words import REMARKS

_OPENING = REMARKS | {"and", "+", "&", "plus"}
"""Joining words that may open a member after a comma: `12 axes, and 3 swords`."""


@dataclass(frozen=True, kw_only=True)
class Member:
    """Tokens of one member of a list, and the word that joins it to the one before it."""

    tokens: tuple[Token, ...]
    link: str = ","

    @property
    def numbered(self) -> bool:
        return any(t.kind in NUMBERS for t in self.tokens)

    @property
    def span(self) -> tuple[int, int]:
        return self.tokens[0].start, self.tokens[-1].end


def members(found: list[Token]) -> Iterator[Member]:
    """Yield the members of a list: parted by commas always, by `+` or `and` where a number stands on both sides."""
    chunk: list[Token] = []
    for token in [*found, None]:
        if token is None or token.kind in ("stop", "cut"):
            yield from _joined(chunk)
            chunk = []
            if token and token.kind == "cut":
                yield Member(tokens=(token,))
        else:
            chunk.append(token)


def _joined(chunk: list[Token]) -> Iterator[Member]:
    link = ","
    held: list[Token] = []
    between = chunk[:1] != [] and chunk[0].text.lower() == "between" and sum(map(_is_number, chunk)) == 2
    for i, token in enumerate(chunk[between:], start=between):
        if token.kind != "join":
            held.append(token)
        elif not held and token.value in _OPENING:
            link = str(token.value)
        elif held and _numbered(held) and _begins_member(chunk[i + 1 :], token):
            yield Member(tokens=tuple(held), link=link)
            link, held = "to" if between else str(token.value), []
        elif (
            held and not _numbered(held) and _numbered(_upto_join(chunk[i + 1 :])) and _named(chunk[i + 1 :])
        ):
            yield Member(tokens=tuple(held), link=link)
            link, held = str(token.value), []
        else:
            held.append(token)
    if held:
        yield Member(tokens=tuple(held), link=link)


def _is_number(token: Token) -> bool:
    return token.kind in NUMBERS


def _numbered(held: list[Token]) -> bool:
    return any(map(_is_number, held))


def _upto_join(rest: list[Token]) -> list[Token]:
    return list(takewhile(lambda token: token.kind != "join", rest))


def _begins_member(rest: list[Token], join: Token) -> bool:
    """Whether another member follows: `+ 86 women`, not `and weapons`; after `at` or `in` only one with a noun."""
    return _numbered(_upto_join(rest)) and (join.value not in ("at", "in", "across", "from") or _named(rest))


def _named(rest: list[Token]) -> bool:
    """Whether the number has its own noun behind it: `baton and 2 axes`, not `crack + cocaine 2`."""
    member = _upto_join(rest)
    at = next(i for i, token in enumerate(member) if _is_number(token))
    return any(token.kind == "word" for token in member[at:])
