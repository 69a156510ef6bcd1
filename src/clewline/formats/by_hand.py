"""Which kinds of entry people record by hand, and how: a form is a row of a table, and is read as a row of a file is.

The table has a column for each field of the kind, one for the day, and one for a reference where the kind has no field
that names the thing. So what intake refuses is refused here by the same reader, in the same words.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from types import NoneType
from typing import Any, get_args, get_type_hints

from clewline.formats.mapping import EntryTemplate, Layout, SystemMapping, Take
from clewline.formats.rows import PEOPLE, Draft, RowReader
from clewline.formats.values import Lists
from clewline.record import Problem, all_kinds

DAY, REFERENCE = "day", "its_reference"
"""Columns beside the fields of the kind."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "People and custody": ("person", "arrest", "charge", "release", "court_result", "prior_arrest"),
    "Protecting people": (
        *(
            "vulnerability_identified",
            "safeguarding_offered",
            "safeguarding_engaged",
            "safeguarding_referral",
        ),
        *("safeguarding_enquiry", "safeguarding_visit", "safeguarding_supported", "strategy_meeting"),
        *("safety_plan", "nrm_referral", "duty_to_notify", "cuckooing_visit"),
        *("indicator_observed", "protection_status", "section_45_considered", "age_assessed"),
        *("missing_episode", "return_interview", "nrm_decision", "child_protection_conference"),
        *("need_seen_to", "consent", "referral_received", "number_used"),
        *("programme_offered", "programme_outcome", "duty_decided"),
    ),
    "Lines": (
        *("line", "line_number", "role", "line_assessment", "line_disruption", "line_closure"),
        *("check_back",),
    ),
    "Seizures": (
        *("drug_seizure", "cash_seizure", "weapon_seizure", "firearm_seizure", "phone_seizure"),
        *("vehicle_seizure", "asset_seizure", "other_seizure"),
    ),
    "Police work": ("operation", "activity", "warrant", "search", "patrol", "engagement", "disruption"),
    "Evidence and decisions": ("authority", "exhibit", "custody_move", "decision"),
}
"""The kinds that people record by hand, in the groups in which they look for them."""

NOT_BY_HAND: Mapping[str, str] = {
    "batch_reversed": "A batch is undone as a whole.",
    "bulletin_corrected": "The record compares bulletins with itself.",
    "bulletin_number": "A bulletin is drafted from the record.",
    "bulletin_released": "A second person releases a bulletin.",
    "bulletin_written": "A bulletin is drafted from the record.",
    "concern_asked": "The record says so itself when a body asks.",
    "contacts_noticed": "It is noticed in the phone records of a line, on the line's page.",
    "correction": "An entry is withdrawn on its own page.",
    "disposal": "Facts are destroyed under a retention rule.",
    "information_shared": "It is shared on the page of a referral.",
    "line_shown": "The record says so itself when a line is shown.",
    "numbers_revealed": "The record says so itself when numbers are shown.",
    "phone_records": "Phone records come with their file.",
    "phones_compared": "The record says so itself when phones are weighed.",
    "published": "A published value comes with its text.",
    "received": "A receipt is made by taking in a file.",
    "referral_answered": "A partner answers on the page of the referral.",
    "referral_done": "A partner says on the page of the referral what it did.",
    "referral_reply": "What a partner asks is answered on the page of the referral.",
    "referrer_told": "It is said on the page of the referral.",
    "rows_written": "The record says so itself when rows are written out.",
    "sharing_ended": "Sharing is ended on the page of the referral.",
    "statement_written": "The record says so itself when a statement is written.",
}
"""The other kinds, and how their entries come about."""

_REFERENCES: Mapping[str, tuple[str, bool]] = {
    "arrest": ("Custody reference", True),
    "charge": ("Charge reference", True),
    "line": ("Reference of the line", True),
    "line_closure": ("Reference of the closure", False),
    "warrant": ("Warrant reference", True),
    "prior_arrest": ("Custody reference of the earlier arrest", True),
    **dict.fromkeys(GROUPS["Seizures"], ("Exhibit reference", True)),
}
"""What the thing is named by in each kind, and whether it always has a name; elsewhere a reference that is optional."""

_SUBJECTS: Mapping[str, str] = {
    "age_assessed": "{force}/{person}",
    "authority": "{reference}",
    "consent": "{force}/{person}/{to}",
    "court_result": "{charge}",
    "custody_move": "{exhibit}",
    "exhibit": "{reference}",
    "indicator_observed": "{force}/{person}/{indicator}",
    "line_assessment": "{line}/{day}",
    "check_back": "{line}/{day}",
    "line_number": "{line}/{number}",
    "number_used": "{force}/{person}/{number}",
    "operation": "{name}",
    "person": "{force}/{number}",
    "programme_offered": "{force}/{person}/{programme}/{day}",
    "programme_outcome": "{force}/{person}/{programme}/{offered_on}/{after}",
    "protection_status": "{force}/{person}",
    "release": "{arrest}/{outcome}",
    "role": "{force}/{person}/{line}/{role}",
    "section_45_considered": "{force}/{person}",
}
"""Kinds whose fields name the thing that the entry is about."""

_ALSO_NEEDED: Mapping[str, frozenset[str]] = {"programme_outcome": frozenset({"offered_on"})}
"""What a form must be told though a file may leave it out: which offer an outcome belongs to."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One thing that the form asks for."""

    name: str
    hint: Any
    """The type that the kind declares; of a day and a reference their own."""
    needed: bool
    default: Any = None


def reference_of(kind: str) -> tuple[str, bool] | None:
    """Return what the thing is named by and whether it must be; none where the kind's fields name it."""
    return None if kind in _SUBJECTS else _REFERENCES.get(kind, ("Reference", False))


def columns_of(kind: str) -> list[Column]:
    """Return what the form of a kind asks for, in order: what it is about, when, and the fields of the kind."""
    facts = all_kinds()[kind]
    hints = get_type_hints(facts)
    reference = reference_of(kind)
    asked = [] if reference is None else [Column(name=REFERENCE, hint=str, needed=reference[1])]
    needed = _needed(kind)
    some = [
        Column(
            name=f.name,
            hint=hints[f.name],
            needed=f.name in needed,
            default=None if f.default is MISSING else f.default,
        )
        for f in fields(facts)
    ]
    return [*asked, Column(name=DAY, hint=date, needed=True), *sorted(some, key=lambda one: not one.needed)]


def _needed(kind: str) -> set[str]:
    """Return the fields that must be said: those without a default, those whose type allows no `None`, and what a form
    asks besides.
    """
    facts = all_kinds()[kind]
    hints = get_type_hints(facts)
    return {
        f.name
        for f in fields(facts)
        if f.default is MISSING or (f.default is None and NoneType not in get_args(hints[f.name]))
    } | _ALSO_NEEDED.get(kind, frozenset())


def read(
    kind: str, said: Mapping[str, str], *, lists: Lists, today: date, made: str
) -> Draft | list[Problem]:
    """Return the entry that the answers make, or all that is wrong with them; a problem names its column.

    `made` is the reference of a thing that was given none.
    """
    columns = columns_of(kind)
    cells = {column.name: said.get(column.name, "").strip() for column in columns}
    # A day may be a part of what the thing is named by, and is then written in one way.
    cells |= {column.name: _padded(cells[column.name]) for column in columns if date in _types(column.hint)}
    reference = reference_of(kind)
    if reference is not None and not reference[1] and not cells[REFERENCE]:
        cells[REFERENCE] = made
    for name in PEOPLE:
        # The force's own number is asked for; whoever gives the record's id of the person means the same.
        cells |= {name: _number(cells, name)} if cells.get(name) else {}
    reader = _reader(kind, tuple(cells), lists, today)
    values = list(cells.values())
    return reader.faults(1, values) or _one(reader.read(1, values))


def _one(found: list[Draft] | Problem) -> Draft | list[Problem]:
    return [found] if isinstance(found, Problem) else found[0]


def _types(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) or (hint,)


def _padded(day: str) -> str:
    """Return a day of the form with two figures for the day and the month; what is no such day as it stands."""
    parts = day.split("/")
    written = len(parts) == 3 and all(one.isdigit() for one in parts)
    return "/".join(one.zfill(2) for one in parts) if written else day


def _number(cells: Mapping[str, str], name: str) -> str:
    force, stroke, number = cells[name].partition("/")
    return number if stroke and force.casefold() == cells.get("force", "").casefold() else cells[name]


def _reader(kind: str, header: tuple[str, ...], lists: Lists, today: date) -> RowReader:
    facts = all_kinds()[kind]
    template = EntryTemplate(
        kind=facts,
        day=DAY,
        subject=_SUBJECTS.get(kind, f"{{{REFERENCE}}}"),
        fields={f.name: Take(column=f.name) for f in fields(facts)},
        needed=tuple(_needed(kind)),
    )
    layout = Layout(name=kind, entries=(template,))
    mapping = SystemMapping(name="by hand", title="By hand", dates="dd/mm/yyyy", layouts=(layout,))
    return RowReader(mapping, layout, header, lists=lists, received_on=today)


def written(draft: Draft, kind: str) -> dict[str, Any]:
    """Return what the form holds of an entry: each column's value, people by the force's own number."""
    found = {f.name: getattr(draft.facts, f.name) for f in fields(draft.facts)}
    force = found.get("force")
    for name in PEOPLE:
        if force and isinstance(found.get(name), str):
            found[name] = found[name].removeprefix(f"{force}/")
    found[DAY] = draft.day
    if reference_of(kind) is not None:
        found[REFERENCE] = draft.subject
    return found
