"""How it is said that the records of a number stop before the days that their authority covers do."""

from typing import Any

from clewline.output.words import day_words, printable
from clewline.workflow.phones.ends import End


def end_sentence(end: End) -> str:
    """Return the facts of an end; whether the phone or the file stopped is not among them."""
    last, others = day_words(end.last_day), end.others_until
    row = f"no row of {printable(end.identifier)}"
    if others is None:
        said = f"{row} after {last}"
    elif others > end.last_day:
        said = f"{row} after {last}, and rows of other numbers until {day_words(others)}"
    else:
        said = f"{row} after {last}, nor of any other number"
    refused = f" {end.refused:,} of its records could not be taken in." if end.refused else ""
    return (
        f"Exhibit {printable(end.exhibit)} gives {said}; its authority {printable(end.authority)} covers until "
        f"{day_words(end.covers_to)}.{refused}"
    )


def end_data(end: End) -> dict[str, Any]:
    """Return an end as data."""
    return {
        "number": end.identifier,
        "exhibit": end.exhibit,
        "last_day": end.last_day,
        "other_numbers_until": end.others_until,
        "authority": end.authority,
        "authority_covers_until": end.covers_to,
        "records_refused": end.refused,
    }
