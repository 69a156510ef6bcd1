"""Parts of pages that are made once: a macro of GOV.UK Frontend gives the same for the same, and takes long."""

from functools import lru_cache
from typing import Any

from jinja2.runtime import Macro
from markupsafe import Markup

KEPT = 512
PLAIN = (str, int, bool, type(None))


class _Told:
    """What a macro is told, compared by what is in it."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        self._key = _key(given)
        self._hash = hash(self._key)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Told) and self._key == other._key


def once(macro: Macro, given: dict[str, Any]) -> str:
    """Return what the macro makes of it, made now or kept from before."""
    try:
        told = _Told(given)
    except TypeError:
        return macro(given)
    return _made(macro, told)


@lru_cache(maxsize=KEPT)
def _made(macro: Macro, told: _Told) -> str:
    return macro(told.given)


def _key(value: Any) -> Any:
    """Return something that is equal only for what a macro cannot tell apart: text is not markup, 1 is not true.

    :raises TypeError: it holds something of which that cannot be said.
    """
    kind = type(value)
    if kind in PLAIN:
        return kind, value
    if kind is dict:
        return dict, tuple((_key(name), _key(one)) for name, one in value.items())
    if kind in (list, tuple):
        return kind, tuple(map(_key, value))
    if isinstance(value, str) and hasattr(value, "__html__"):
        return Markup, str(value.__html__())
    raise TypeError(kind)
