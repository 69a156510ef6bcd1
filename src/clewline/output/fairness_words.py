"""The comparison of paths in plain words: what is compared, how a share is written, and what it cannot tell."""

from collections.abc import Iterator, Mapping
from typing import Any

from clewline.bulletin.disclosure import MARK, RULE
from clewline.bulletin.fairness import Comparison, Share
from clewline.bulletin.fairness.compare import FEWEST
from clewline.bulletin.fairness.numbers import LEAST

COHORTS: Mapping[str, str] = {
    "arrested": "arrested",
    "charged": "charged",
    "referred": "referred to a partner",
    "considered": "considered under section 45",
    "helped": "helped",
}
"""Of whom the shares are: people who were this in the period."""
OUTCOMES: Mapping[str, str] = {
    "nrm": "were referred to the National Referral Mechanism",
    "considered": "were considered under section 45",
    "adult": "had an appropriate adult",
    "charged": "were charged",
    "released": "were released from custody without a charge",
    "helped": "were helped",
}
BY: Mapping[str, str] = {"everybody": "Everybody", "age": "Age", "sex": "Sex", "ethnicity": "Ethnicity"}
HEADS = ("Group", "People", "Of them", "Share", "Interval at 95 %")
CANNOT: tuple[str, ...] = (
    "It names no cause. A difference does not say why it is there, or that anybody was treated unfairly; and where "
    "there is none, somebody may have been.",
    "It compares one thing at a time. Groups differ in much else: in what people were arrested for, where, and how "
    "old they were.",
    "It shows what was recorded. A group for whom less is written down looks as if less was done, and the other way.",
    "Ethnicity is what people said of themselves, by the codes of their force. Who did not say and whose was not "
    "recorded are rows of their own; where these rows are large, the others tell little.",
    "An interval shows how far a share could lie from what chance alone would even out. It takes each person for "
    "independent of the others, which people arrested together are not. Of twenty intervals about one is wrong by "
    "chance, and there are many here.",
    "Both things befell a person within the period: a charge after its last day is not in it. Take a long period.",
    "Somebody in two records of two forces is two people, until a judgement links them.",
)
"""What the page cannot tell."""
USE = (
    "Age, sex and ethnicity are read here to see whether like people fare alike, and for nothing else. Nobody is "
    "named, and no number opens to its people."
)
HELP = "Helped is: support received, something that a partner did, or a programme that was taken up."
HIDDEN = (
    f"{RULE} Of fewer than {LEAST} people of a group no share is told, and where fewer than {FEWEST} people were "
    "what is compared, as charged, nothing is."
)


MORE = (
    "A longer period, or all forces together, holds more people; what is not recorded of them is in no group. Nothing "
    "else makes a group be shown."
)


def path_words(cohort: str, outcome: str) -> str:
    """Return what a path is called, as `Of those arrested, who were charged`."""
    return f"Of those {COHORTS[cohort]}, who {OUTCOMES[outcome]}"


def not_shown(comparison: Comparison, cohort: str) -> tuple[str, ...]:
    """Return, in sentences, how many groups of a cohort are not shown, why, and what it would need; none where all are.

    They tell no more than the marks do: a mark stands wherever a number is not shown, whatever the reason.
    """
    groups = {outcome: shares[1:] for (of, outcome), shares in comparison.paths.items() if of == cohort}
    hidden = {outcome: sum(map(_is_hidden, shares)) for outcome, shares in groups.items()}
    if not any(hidden.values()):
        return ()
    every = len(next(iter(groups.values())))
    if cohort not in comparison.compared:
        return (
            f"None of the {every} groups is shown: fewer than {FEWEST} people were {COHORTS[cohort]} in this "
            "period, as recorded, too few to compare.",
            f"It would need {FEWEST} people. {MORE}",
        )
    if comparison.exposed:
        return (
            f"None of the {every} groups is shown: a small count could be told from what would be.",
            MORE,
        )
    return (
        *(
            f"{path_words(cohort, outcome)}: {count} of {every} groups {'is' if count == 1 else 'are'} not shown."
            for outcome, count in hidden.items()
            if count
        ),
        "Few people are in such a group, or few whom it befell or did not; or with it a hidden count of others "
        "could be told; now and then one is held back by chance. Which of these it is, is not told. "
        f"It would need at least {LEAST} people of a group, and no count of 1 to 4 in it or near it. {MORE}",
    )


def _is_hidden(share: Share) -> bool:
    return share.share is None and share.people != 0


def group_words(share: Share) -> str:
    """Return the name of a group, as `Age: 16 to 17` or `Everybody`."""
    return BY[share.by] if share.by == "everybody" else f"{BY[share.by]}: {share.group}"


def cells(share: Share) -> tuple[str, str, str, str, str]:
    """Return the cells of a group's row: a number that is not shown has the mark."""
    return (
        group_words(share),
        _number(share.people),
        _number(share.some),
        share_words(share),
        interval_words(share),
    )


def share_words(share: Share) -> str:
    """Return the share in per cent, the mark, or a dash where there is nobody."""
    if share.people == 0:
        return "–"
    return MARK if share.share is None else f"{100 * share.share:.1f} %"


def interval_words(share: Share) -> str:
    """Return the interval in per cent, the mark, or a dash where there is nobody."""
    if share.people == 0:
        return "–"
    if share.interval is None:
        return MARK
    low, high = share.interval
    return f"{100 * low:.1f} to {100 * high:.1f} %"


def as_json(comparison: Comparison) -> list[dict[str, Any]]:
    """Return every path as plain data; a number that is not shown is null."""
    return [
        {
            "of": cohort,
            "what": outcome,
            "title": path_words(cohort, outcome),
            "groups": [dict(_plain(share)) for share in shares],
        }
        for (cohort, outcome), shares in comparison.paths.items()
    ]


def _plain(share: Share) -> Iterator[tuple[str, Any]]:
    yield from {"by": share.by, "group": share.group, "people": share.people, "some": share.some}.items()
    yield "share", share.share
    yield "interval", None if share.interval is None else list(share.interval)


def _number(value: int | None) -> str:
    return MARK if value is None else f"{value:,}"
