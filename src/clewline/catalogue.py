"""Find the one object that each module of a folder declares."""

import importlib
import pkgutil
from typing import Any, Protocol, TypeVar

from clewline.errors import BadDeclaration


class Named(Protocol):
    """Anything a catalogue can hold."""

    @property
    def name(self) -> str: ...


T = TypeVar("T", bound=Named)


def catalogue(folder: str, kind: type[T]) -> dict[str, T]:
    """Return the one `kind` that each module of `folder` declares, by name, in name order.

    :raises BadDeclaration: a module declares none or several, or its object is not named after the file.
    """
    return {
        name: _only(module, [x for x in vars(module).values() if isinstance(x, kind)])
        for name, module in modules(folder)
    }


def modules(folder: str) -> list[tuple[str, Any]]:
    """Return the modules of `folder` with their names, in name order."""
    names = sorted(found.name for found in pkgutil.iter_modules(importlib.import_module(folder).__path__))
    return [(name, importlib.import_module(f"{folder}.{name}")) for name in names]


def _only(module: Any, declared: list[T]) -> T:
    if len(declared) != 1:
        raise BadDeclaration(
            f"{module.__name__} declares {len(declared)} objects of its folder's kind; it should declare one."
        )
    name = module.__name__.rpartition(".")[2]
    if declared[0].name != name:
        raise BadDeclaration(f"{module.__name__} declares {declared[0].name!r}; name it after its file.")
    return declared[0]
