"""Where a person lives, as recorded, and whether two areas are written as one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clewline.record import Entry
from clewline.record.kinds.person import Person


@dataclass(frozen=True, kw_only=True)
class Home:
    """The area in which somebody lives, and the entry that says so."""

    area: str
    entry: Entry


def home_of(some: Sequence[Entry]) -> Home | None:
    """Return where a person lives by the last entry, by day, that says so; none where none does."""
    for one in reversed(some):
        if isinstance(one.facts, Person) and one.facts.home_area is not None:
            return Home(area=one.facts.home_area, entry=one)
    return None


def elsewhere(
    some: Sequence[Entry], area_of: Callable[[Entry], str | None]
) -> tuple[list[Entry], Home] | None:
    """Return the entries of which the area is another than that in which the person lives, and where they live; none
    where there is none, or no entry says where they live.
    """
    home = home_of(some)
    if home is None:
        return None
    away = [one for one in some if (area := area_of(one)) is not None and not same_area(area, home.area)]
    return (away, home) if away else None


def same_area(one: str, other: str) -> bool:
    """Return whether two areas are written as one, whatever their capitals, spaces and full stops."""
    return _plain(one) == _plain(other)


def _plain(area: str) -> str:
    return " ".join(area.replace(".", " ").replace("-", " ").casefold().split())
