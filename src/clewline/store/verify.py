"""Walk the chains and name the first entry that is not what was appended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

import msgspec
from django.db import connection

from clewline.errors import ChainBroken
from clewline.store import bulk, ledger
from clewline.store.chain import GENESIS, HEAD, head_bytes
from clewline.store.models import Chain


@dataclass(frozen=True)
class Verified:
    """A case whose chain holds."""

    case: str
    entries: int
    head: str
    """Hash of the last entry, hexadecimal; write it down elsewhere to prove later that nothing was cut off."""


def verify() -> list[Verified]:
    """Return each case with its length and head, having checked every entry.

    :raises ChainBroken: an entry, its place or its absence does not fit; names the first one.
    """
    walk = _Walk()
    if connection.vendor == "sqlite":
        walk.over(_sqlite_links())
    else:
        walk.over(_postgres_links())
    _check_disposed(walk.disposed)
    return list(_ends(walk.heads, walk.counts))


class _Walk:
    """Follows the chains of all cases through the entries in the order in which they were appended."""

    def __init__(self) -> None:
        self.heads: dict[str, bytes] = {}
        self.counts: dict[str, int] = {}
        self.disposed: list[bytes] = []

    def over(self, links: Iterator[tuple[bytes, bytes, bytes, bytes]]) -> None:
        # The loop runs once an entry and is kept bare: entries of one case mostly follow each other, and
        # only where the case changes is its name read from the head.
        last, opening, run, sha = b"", b"!", 0, sha256
        for head, sealed, prev, hashed in links:
            if prev != last or not head.startswith(opening):
                self._close(opening, last, run)
                opening, run = _opening(head), 0
                if prev != self.heads.get(_case(opening), GENESIS):
                    raise ChainBroken(f"{_name(head)} does not follow the entry before it.")
            if not sealed:
                self.disposed.append(head)
            elif sha(prev + head + sealed).digest() != hashed:
                raise ChainBroken(f"{_name(head)} is not what was appended.")
            last = hashed
            run += 1
        self._close(opening, last, run)

    def _close(self, opening: bytes, last: bytes, run: int) -> None:
        if run:
            case = _case(opening)
            self.heads[case] = last
            self.counts[case] = self.counts.get(case, 0) + run


def _opening(head: bytes) -> bytes:
    """Return the first bytes of a head, which hold its case, as they stand in every head of the case."""
    return msgspec.json.encode(msgspec.json.decode(head)[:1])[:-1] + b","


def _case(opening: bytes) -> str:
    return str(msgspec.json.decode(opening[:-1] + b"]")[0])


def _name(head: bytes) -> str:
    case, entry_id, *_ = msgspec.json.decode(head)
    return f"Entry {entry_id} of case {case}"


def _check_disposed(heads: list[bytes]) -> None:
    """Refuse facts that are gone without a disposal whose hash of the head fits."""
    if not heads:
        return
    found = {}
    for entry in ledger.of_kinds(None, "disposal"):
        facts: Any = entry.facts
        found[entry.case, facts.disposed] = facts.head
    for head in heads:
        case, entry_id, *_ = msgspec.json.decode(head)
        if found.get((case, entry_id)) != sha256(head).hexdigest():
            raise ChainBroken(f"{_name(head)} has lost its facts without a disposal that fits.")


def _ends(heads: dict[str, bytes], counts: dict[str, int]) -> Iterator[Verified]:
    chains = {chain.case_id: chain for chain in Chain.objects.all()}
    for case in sorted(heads.keys() | chains.keys()):
        chain = chains.get(case)
        found = counts.get(case, 0)
        if chain is None or chain.length != found or bytes(chain.head) != heads.get(case, GENESIS):
            expected = chain.length if chain else 0
            raise ChainBroken(
                f"Case {case} should end with entry number {expected}; {found} entries were found."
            )
        yield Verified(case, found, heads.get(case, GENESIS).hex())


def _sqlite_links() -> Iterator[tuple[bytes, bytes, bytes, bytes]]:
    """Return head, sealed facts, previous hash and hash of every entry in order.

    SQLite builds the head itself: several times faster than fetching its columns to build it here.
    """
    head = f"cast(json_array({', '.join(HEAD)}) as blob)"
    return bulk.select(f"select {head}, sealed, prev, hash from store_storedentry order by seq", [])


def _postgres_links() -> Iterator[tuple[bytes, bytes, bytes, bytes]]:
    sql = f"select {', '.join(HEAD)}, sealed, prev, hash from store_storedentry order by seq"
    for *head, sealed, prev, hashed in bulk.select(sql, []):
        written = head_bytes([str(v) if isinstance(v, date) else v for v in head])
        yield written, bytes(sealed), bytes(prev), bytes(hashed)
