"""The table of each kind of entry: its columns and their SQL types, the same on every engine."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from clewline.record import all_kinds

ENVELOPE: Mapping[str, str] = {
    "entry_id": "varchar",
    "case_id": "varchar",
    "subject": "varchar",
    "day": "date",
    "recorded_at": "timestamp",
    "known_from": "timestamp",
    "known_to": "timestamp",
    "recorded_by": "varchar",
    "batch": "varchar",
    "source_file": "varchar",
    "source_sheet": "varchar",
    "source_line": "bigint",
}
"""Columns that every kind has, before its own. Instants are UTC; `known_to` is exclusive."""

REFERENCE: Mapping[str, Mapping[str, str]] = {
    "offence_list": {
        "code": "varchar",
        "title": "varchar",
        "offence_group": "varchar",
        "drug": "varchar",
        "drug_class": "varchar",
    },
    "drug_class_list": {"drug": "varchar", "class": "varchar", "valid_from": "date", "valid_to": "date"},
}
"""Reference tables that a selection may join: offence codes, and dated drug classes."""

EVER = frozenset({"age_assessed", "section_45_considered"})
"""Kinds with a second table, as `age_assessed_ever`: with what was known once and is no more, from when to when."""
_AFTER = "_ever"

_TYPES = {
    str: "varchar",
    int: "bigint",
    bool: "boolean",
    date: "date",
    datetime: "timestamp",
    Decimal: "decimal(18, 4)",
}


@cache
def own_columns(kind: str) -> dict[str, str]:
    """Return the columns of the kind's own fields and their types; lists are JSON text."""
    facts = all_kinds()[kind]
    hints = get_type_hints(facts)
    return {f.name: _type(hints[f.name]) for f in fields(facts)}


def columns(kind: str) -> dict[str, str]:
    """Return all columns of the kind's table, envelope first."""
    return {**ENVELOPE, **own_columns(kind)}


def ever(kind: str) -> str:
    """Return the name of a kind's table of all that was ever known."""
    return f"{kind}{_AFTER}"


def of_table(name: str) -> dict[str, str]:
    """Return the columns of a table by its name: of a kind, of all that was ever known of one, or a code list."""
    return dict(REFERENCE[name]) if name in REFERENCE else columns(name.removesuffix(_AFTER))


def _type(hint: Any) -> str:
    options = [h for h in get_args(hint) if h is not NoneType] if NoneType in get_args(hint) else [hint]
    if get_origin(options[0]) is tuple:
        return "varchar"
    choices = get_args(options[0])
    return _TYPES[type(choices[0]) if choices else options[0]]
