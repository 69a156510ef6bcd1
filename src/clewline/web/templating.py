"""How pages are written: Jinja, the macros of GOV.UK Frontend, and what every template may use."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined, Undefined
from jinja2.utils import missing

from clewline.output import words
from clewline.web.addresses import address
from clewline.web.once import once

LEFT_OUT = frozenset(
    (
        *(
            "undefined",
            "null",
            "caller",
            "errorId",
            "hintId",
            "labelHtml",
            "effectiveValue",
            "hasHint",
            "itemHintId",
        ),
        *("itemDescribedBy", "isChecked", "listClasses", "successBanner", "typeClass", "dateInputItems"),
    )
)
"""Names that macros of GOV.UK Frontend use, and set only in some cases."""


class Careful(Undefined):
    """A name that a template uses and nobody gave is an error; a part that a thing does not have is empty.

    The macros of GOV.UK Frontend ask for what they may not have set, and call nothing `undefined` or `null`.
    """

    def __new__(cls, *args: Any, **named: Any) -> Any:
        made = StrictUndefined if _is_name(*args, **named) else Undefined
        return made(*args, **named)


def _is_name(
    hint: str | None = None, obj: Any = missing, name: str | None = None, *rest: Any, **named: Any
) -> bool:
    return obj is missing and name is not None and name not in LEFT_OUT


def environment(**options: Any) -> Environment:
    """Return the environment of the pages: templates of `web`, and those of GOV.UK Frontend by their own names."""
    options.pop("loader", None)
    pages = Environment(
        **options,
        loader=ChoiceLoader(
            [
                PackageLoader("clewline", "web"),
                PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
            ]
        ),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.undefined = Careful
    pages.globals |= {"url": address, "static": static, "words": words, "once": once}
    pages.filters |= {"printable": words.printable}
    return pages


@cache
def static(path: str) -> str:
    """Return the address of a file of `web/static`; it holds a part of its hash, so that a new one is fetched."""
    content = (Path(__file__).parent / "static" / path).read_bytes()
    return f"/static/{path}?v={sha256(content).hexdigest()[:12]}"
