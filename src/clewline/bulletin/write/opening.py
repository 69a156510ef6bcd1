"""The words that a text opens with: whose results, of which days."""

from datetime import date

from clewline.bulletin.period import day_words, month_words, period_words

_WITH_ARTICLE = ("Metropolitan Police", "National ", "Home Office", "City of London ")
"""Beginnings of the names of bodies that a sentence calls `the`."""


def the(body: str) -> str:
    """Return the body as it stands within a sentence: `the Metropolitan Police`, `Kent Police`."""
    return f"the {body}" if body.startswith(_WITH_ARTICLE) else body


def during(start: date, end: date) -> str:
    """Return the period as a sentence has it: `from 27 February to 5 March 2023`, `on 1 March 2023`."""
    return f"on {day_words(start)}" if start == end else f"from {period_words(start, end)}"


def since(start: date) -> str:
    """Return how a programme's sentences begin: `since November 2019`, with the day where it is not the first."""
    return f"since {month_words(start) if start.day == 1 else day_words(start)}"
