"""The kinds of entry: each with its fields, their types and their meaning, from `record/kinds`."""

import types
from dataclasses import MISSING, Field, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from clewline.output import kind_words
from clewline.record import all_kinds
from pages.markdown import doc, finish, head, table

WORDS: dict[Any, str] = {
    str: "text",
    int: "whole number",
    Decimal: "decimal number",
    bool: "yes or no",
    date: "day",
    datetime: "instant",
}


def page() -> str:
    """Return the page."""
    kinds = all_kinds()
    lines = head(
        "Kinds of entry",
        f"An entry is a dated fact. The record knows {len(kinds)} kinds; each is one file in "
        "`src/clewline/record/kinds/`, and is a table of the same name in the selections of the figures. "
        "Every entry also has an id, a case, a subject (the stable id of the thing that it is about), the day "
        "that it is true of, a source, and when and by whom it was recorded.",
        "A field that is not needed and not said was not recorded. Ages are whole years on the day of the event.",
    )
    lines += table(
        ["kind", "what it says"], ([f"[`{n}`](#{n})", _first(doc(kind))] for n, kind in kinds.items())
    )
    for name, kind in kinds.items():
        lines += [f"## `{name}` {{ #{name} }}", "", f"*{kind.title}.* {' '.join(doc(kind).split())}", ""]
        if not kind.supersedes:
            lines += ["Each stands beside the earlier ones about the same subject.", ""]
        meanings = kind_words.meanings(name)
        hints = get_type_hints(kind)
        rows = [
            [f"`{f.name}`", said(hints[f.name]), _needed(f), meanings.get(f.name, "")] for f in fields(kind)
        ]
        lines += (
            table(["field", "holds", "needed", "meaning"], rows)
            if rows
            else ["It has no fields of its own.", ""]
        )
    return finish(lines)


def said(hint: Any) -> str:
    """Return a type in words, as `text` or one of the words that it allows."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return " or ".join(said(a) for a in arguments if a is not types.NoneType)
    if origin is Literal:
        return ", ".join(f"`{a}`" for a in arguments)
    if origin is tuple:
        return f"list of {said(arguments[0])}"
    return WORDS.get(hint, getattr(hint, "__name__", str(hint)))


def _needed(field: "Field[Any]") -> str:
    return "yes" if field.default is MISSING and field.default_factory is MISSING else ""


def _first(text: str) -> str:
    return text.split("\n\n")[0]
