"""The reference of the protecting path: its places and acts, as one table, and its drawing."""

from clewline.output.path_diagram import path_diagram
from clewline.safeguarding.path import MOVES, PROTECTED, Act, Place
from pages.markdown import finish, head


def drawing() -> str:
    """Return the drawing."""
    return path_diagram()


def page() -> str:
    """Return the page."""
    lines = head(
        "The protecting path",
        "Where a person stands is read from the record, and nobody is moved silently: "
        "[whoever is found is helped first](../explanation/protection.md) says why.",
    )
    lines += [
        "![The places of the protecting path and the acts that lead from one to another; the table says the same]"
        "(protecting-path.svg)",
        "",
        "## Places",
        "",
        "| place | treated as a possible victim first |",
        "|---|---|",
        *(f"| {place} | {'yes' if place in PROTECTED else 'no'} |" for place in Place),
        "",
        "## What becomes of each act",
        "",
        "Where no place is named, the person stays where they stood.",
        "",
        "| act | " + " | ".join(Place) + " |",
        "|---" * (len(Place) + 1) + "|",
        *(f"| {act} | " + " | ".join(_cell(place, act) for place in Place) + " |" for act in Act),
    ]
    return finish(lines)


def _cell(place: Place, act: Act) -> str:
    move = MOVES[place, act]
    return str(move.answer) if move.to is place else f"{move.answer} → **{move.to}**"
