"""The fitted models that come with this version: their cards in words, from the model files."""

from collections.abc import Iterator, Sequence

from clewline.errors import BadDeclaration
from clewline.evidence.card import GROUPINGS, Card, CardScore, read_card
from clewline.evidence.resampling import Measure
from house import PACKAGE
from pages.markdown import finish, head, table


def page() -> str:
    """Return the page."""
    lines = head(
        "Fitted models",
        "A likelihood ratio comes from a model that was fitted on pairs of phones whose truth is known. Each has a "
        "card: what it compares, what it was fitted on, how good it is on people who took no part in the fit, how "
        "far it goes, and what it cannot do. Models are files in `src/clewline/evidence/models/`; "
        "[`clewline evidence validate`](commands.md#clewline-evidence-validate) scores one on pairs of your own.",
        "Cllr is a cost in bits: 0 is perfect, 1 is worth nothing. Its loss is the part that calibration could save. "
        "In brackets stands the 95 % interval, by drawing people again.",
    )
    models = sorted((PACKAGE / "evidence" / "models").glob("*.json"))
    if not models:
        lines += ["No fitted model comes with this version.", ""]
    for path in models:
        try:
            lines += section(read_card(path.read_bytes()))
        except BadDeclaration as refusal:
            raise BadDeclaration(f"{path.name}: {refusal}") from None
    return finish(lines)


def section(card: Card) -> list[str]:
    """Return the card of a model in words."""
    lines = [
        f"## {card.name} {card.version} {{ #{card.name} }}",
        "",
        f"Evidence type `{card.evidence_type}`, fitted on {card.day}.",
        "",
        f"1. {card.propositions.first}",
        f"2. {card.propositions.second}",
        "",
        f"**Fitted on.** {card.fitted_on} {card.pairs:,} pairs of {card.people:,} people. "
        f"Licence of the data: {card.licence}.",
        "",
        *([f"**Made up.** {made}", ""] if (made := card.told_made_up()) else []),
        *([f"**Clocks.** Its people lived by those of {card.zone}.", ""] if card.zone else []),
        f"**Bounds.** It says no less than a log10 ratio of {card.least:g} and no more than {card.most:g}.",
        "",
    ]
    for by in ("all", *_groupings(card)):
        if scores := card.scores_by(by):
            lines += [f"**{'All pairs' if by == 'all' else f'By {by}'}.**", "", *_table(scores)]
        else:
            lines += [f"**By {by}.** Not measured: {card.unmeasured[by]}", ""]
    return [*lines, "**Limits.**", "", *(f"- {limit}" for limit in card.limits), ""]


def _groupings(card: Card) -> Iterator[str]:
    """Yield what scores are told by: what every card tells of, then what this one tells besides."""
    yield from GROUPINGS
    yield from dict.fromkeys(s.by for s in card.scores if s.by not in ("all", *GROUPINGS))


def _table(scores: Sequence[CardScore]) -> list[str]:
    return table(
        ["pairs", "same", "different", "people", "Cllr", "loss", "same below 1", "different above 100"],
        (
            [
                score.name,
                f"{score.same:,}",
                f"{score.different:,}",
                f"{score.people:,}",
                _cost(score.cllr),
                _cost(score.cllr_cal),
                _share(score.same_below_1),
                _share(score.different_above_100),
            ]
            for score in scores
        ),
    )


def _cost(measure: Measure) -> str:
    if measure.lower is None:
        return f"{measure.value:.3f}"
    return f"{measure.value:.3f} [{measure.lower:.3f}, {measure.upper:.3f}]"


def _share(measure: Measure) -> str:
    if measure.lower is None or measure.upper is None:
        return f"{measure.value:.2%}"
    return f"{measure.value:.2%} [{measure.lower:.2%}, {measure.upper:.2%}]"
