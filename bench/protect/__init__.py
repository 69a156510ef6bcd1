"""What protecting people asks of whoever does it, and what it costs: the public form, the watch, what is owed, and the
answers that are to tell nothing by how long they take.

The form is asked page by page as a browser asks it, and its questions, words and reading age are counted of what is
seen; how long a person takes is not measured, since no person is here. Whether a person is in a sealed case, in an open
one or in none is asked turn about, so that a busy minute does not fall on one of them alone. The watch is measured
against the same intake without it, in processes of their own, turn about.
"""

from typing import Any

from bench.measure import Goal, apart
from bench.protect import watched

REQUIRED, AGE = 12, 12
"""The most answers that a referral may require, and the reading age that is wanted, at most."""
PEOPLE = 10_000
"""People of the case whose duties are told."""
COSTS = 2
"""What an intake of nothing but charges may take with the watch, times what it takes without: it is asked twice, once
to name the line in the file and once by the ledger, which trusts nobody.
"""


def run() -> dict[str, Any]:
    """Return what was counted and measured, beside what is wanted."""
    form = apart("protect.form:counted", site=True)
    timing = apart("protect.timing:measured", site=True)
    owed = apart("protect.owed:measured", people=PEOPLE)
    watch = watched.ratio()
    goals = [
        Goal("answers required, of a child", form["child"]["required"], REQUIRED, "", True),
        Goal("answers required, of an adult", form["adult"]["required"], REQUIRED, "", True),
        *(
            Goal(f"reading age of the form, {name}", age, AGE, "years", True)
            for name, age in form["reading_age"]["whole"].items()
        ),
        Goal("pointers that leave after the first tick", timing["pointer"]["late"], 0, "", True),
        Goal(f"what is owed to {PEOPLE:,} people, first", owed["first_seconds"]["median"], 10, "s", True),
        Goal(f"what is owed to {PEOPLE:,} people, again", owed["again_seconds"]["median"], 1, "s", True),
        Goal("intake with the watch, times without", watch["ratio"]["median"], COSTS, "", True),
    ]
    return {
        "goals": [goal.told() for goal in goals],
        "form": form,
        "timing": timing,
        "owed": owed,
        "watch": watch,
    }
