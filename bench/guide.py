"""How hard the guide of signs is to read: the reading age of all its sentences, by four formulas.

A formula tells the school year of the United States in which a text is read; five years more is the age. Names of
sources and titles are left out: titles are no sentences, and would make the guide look easier than it is. Formulas
count the lengths of words and sentences, and know nothing of whether a text is clear: people have to say that.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import textstat

from bench.measure import Goal
from clewline.safeguarding import guide
from clewline.safeguarding.indicator import Indicator

AGE = 12
"""The reading age that is wanted, at most."""
SCHOOL = 5
"""Years of age at the beginning of school year 0."""
FORMULAS: Mapping[str, Callable[[str], float]] = {
    "Flesch-Kincaid": textstat.flesch_kincaid_grade,
    "Coleman-Liau": textstat.coleman_liau_index,
    "automated readability": textstat.automated_readability_index,
    "SMOG": textstat.smog_index,
}


def ages(sentences: Sequence[str]) -> dict[str, float]:
    """Return the reading age of sentences by each formula."""
    text = " ".join(sentences)
    return {name: round(float(formula(text)) + SCHOOL, 1) for name, formula in FORMULAS.items()}


def run() -> dict[str, Any]:
    """Return the reading age of the whole guide, and of its hardest page."""
    pages: dict[str, list[str]] = {
        kind: [s for one in some for s in _said(one)] for kind, some in guide.by_kind().items()
    }
    pages["first page"] = [
        *(*guide.ABOUT, *guide.JUDGEMENT, *guide.NOW, *guide.NEVER),
        *(*guide.REFERRAL, *guide.HELP, *guide.YOURSELF, guide.LEAVE),
    ]
    whole = [sentence for some in pages.values() for sentence in some]
    by_page = {name: ages(some) for name, some in pages.items()}
    goals = [Goal(f"reading age, {name}", age, AGE, "years", True) for name, age in ages(whole).items()]
    goals += [
        Goal(f"hardest page, {name}", max(one[name] for one in by_page.values()), AGE, "years", True)
        for name in FORMULAS
    ]
    return {
        "goals": [goal.told() for goal in goals],
        "indicators": len(guide.all_indicators()),
        "sentences": len(whole),
        "words": len(" ".join(whole).split()),
        "pages": by_page,
    }


def _said(one: Indicator) -> tuple[str, ...]:
    return (*one.signs, *one.may_also_mean, *one.ask, *one.do_now)
