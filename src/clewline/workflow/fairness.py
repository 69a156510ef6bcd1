"""Compare what befell people in a period by age, sex and ethnicity, as known at an instant."""

import os
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b

from django.conf import settings

from clewline.analysis.count import select
from clewline.bulletin.fairness import Comparison, compare
from clewline.bulletin.fairness.people import paths_of
from clewline.errors import Misused
from clewline.figures.paths import PATHS
from clewline.workflow.tables import as_known


@dataclass(frozen=True, kw_only=True)
class Fairness:
    """The paths of a period, of one force or of all, as known at an instant."""

    start: date
    end: date
    as_of: datetime
    force: str | None
    comparison: Comparison


def compare_paths(*, start: date, end: date, as_of: datetime, force: str | None = None) -> Fairness:
    """Return every path of a period, by group, with small counts of people hidden.

    :raises Misused: the period ends before it starts.
    """
    if end < start:
        raise Misused("The period ends before it starts.")
    where = {} if force is None else {"force": force}
    selection = select(as_known(as_of), PATHS, start=start, end=end, within=where)
    people = paths_of(selection.rows(where))
    selection.drop()
    return Fairness(
        start=start,
        end=end,
        as_of=as_of,
        force=force,
        comparison=compare(people, secret=_secret(start, end, force)),
    )


def _secret(start: date, end: date, force: str | None) -> bytes:
    """Return what chance is drawn from: the same for a period whenever it is asked for, and known to nobody."""
    return blake2b(f"{start} {end} {force or ''}".encode(), key=_key(), digest_size=32).digest()


def _key() -> bytes:
    """Return the key that lies beside the tables of this machine, made when it is first asked for."""
    path = settings.HOME / "fairness-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = path.with_name(f"fairness-key.{os.getpid()}")
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(32))
        try:
            os.link(made, path)  # the first of several processes makes it, all of them read it
        except FileExistsError:
            pass
        finally:
            made.unlink()
    key: bytes = path.read_bytes()
    return key
