"""The kinds of entry that a case record holds: ONE FILE per kind, named as the kind.

A new kind is a new file here: a frozen dataclass of `Facts` whose fields say their units and source.
The table of the kind, its notation, its column types and its page in the reference follow from it.
"""

import re
from functools import cache

from clewline.catalogue import modules
from clewline.errors import BadDeclaration
from clewline.record.facts import Facts


def name_of(kind: type[Facts]) -> str:
    """Return the name of a kind: `LineClosure` is `line_closure`."""
    return kind.__module__.rpartition(".")[2]


@cache
def all_kinds() -> dict[str, type[Facts]]:
    """Return every kind of entry by name, in name order.

    :raises BadDeclaration: a file declares no kind, several, or one that is not named after it.
    """
    return {name: _declared(name, vars(module)) for name, module in modules(__name__)}


def _declared(name: str, names: dict[str, object]) -> type[Facts]:
    own = [x for x in names.values() if isinstance(x, type) and issubclass(x, Facts) and name_of(x) == name]
    if len(own) != 1 or _snake(own[0].__name__) != name:
        raise BadDeclaration(
            f"record/kinds/{name}.py should declare one kind of entry, named after the file."
        )
    return own[0]


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])|(?<=[a-z])(?=[0-9])", "_", name).lower()
