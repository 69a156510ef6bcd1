"""How the numbers of a validation are written: scores with their intervals, shares with their pairs, groups by name."""

from collections.abc import Iterator, Sequence

from clewline.evidence.card import Card
from clewline.evidence.outcome import COTRAVEL
from clewline.evidence.plots import Plots
from clewline.evidence.resampling import Measure
from clewline.evidence.validation import FEWEST_PEOPLE, Group, Validation
from clewline.output.frame import minus
from clewline.workflow.evidence.validate import Validated

GROUPINGS = {
    "all": "all",
    "kind": "kind of different-person pair",
    "events": "events of the phone that has fewer",
}
SAME_PERSON = "One person used both phones of the pair."
TWO_PEOPLE = "Two people used them, of the kind that is named."


def cost(measure: Measure) -> str:
    """Return a cost in bits with its interval."""
    return _with_interval(measure, "{:.3f}", "")


def strength(measure: Measure) -> str:
    """Return a log10 LR with its interval."""
    return _with_interval(measure, "{:.2f}", "")


def share(measure: Measure) -> str:
    """Return a share with its interval."""
    return _with_interval(
        Measure(
            value=100 * measure.value,
            lower=None if measure.lower is None else 100 * measure.lower,
            upper=None if measure.upper is None else 100 * measure.upper,
        ),
        "{:.2f}" if measure.value < 0.0995 else "{:.1f}",
        " %",
    )


def number(log10_lr: float) -> str:
    """Return a log10 LR."""
    return (
        "∞" if log10_lr == float("inf") else "−∞" if log10_lr == -float("inf") else minus(f"{log10_lr:.2f}")
    )


def grouping(by: str) -> str:
    """Return what groups are by, in words."""
    return GROUPINGS.get(by, by)


def title(group: Group) -> str:
    """Return the name of a group where it stands beside those of other groupings."""
    return group.name if group.by in ("all", "kind") else f"{group.by} {group.name}"


def propositions(card: Card | None) -> tuple[str, str]:
    """Return the two propositions: the model's, or what the truth of the pairs says."""
    return (
        (card.propositions.first, card.propositions.second) if card is not None else (SAME_PERSON, TWO_PEOPLE)
    )


def summary(validation: Validation) -> Iterator[str]:
    """Yield what the scores of all pairs amount to, in sentences."""
    scores = validation.whole.scores
    if scores is None:
        yield f"The ratios are not scored. {validation.whole.note}"
        return
    yield (
        f"The cost of the ratios is Cllr {cost(scores.cllr)}, where 0 is perfect and 1 is worth nothing. The ranking "
        f"alone is worth {cost(scores.cllr_min)}; {cost(scores.cllr_cal)} is lost by saying too much or too little."
    )
    lower = scores.cllr_cal.lower
    chance = f"Perfectly calibrated ratios of this number would show a loss of {scores.cal_by_chance:.3f} by chance"
    if lower is None:
        yield f"{chance}."
    elif lower > 0:
        yield f"{chance}: the loss found is more than chance, and the ratios should not be read as they stand."
    else:
        yield f"{chance}: the loss found is not shown to be more."
    if validation.whole.note is not None:
        yield validation.whole.note
    yield from _by_group(validation)


def _by_group(validation: Validation) -> Iterator[str]:
    """Yield where the ratios are worth least, and where they are shown to say too much or too little."""
    told = [(g, g.scores) for g in validation.groups[1:] if g.scores is not None]
    if len(told) > 1:
        group, scores = max(told, key=lambda one: one[1].cllr.value)
        yield f"Of the groups scored, the ratios are worth least for {title(group)}: Cllr {cost(scores.cllr)}."
    if lossy := [title(g) for g, s in told if s.cllr_cal.lower]:
        yield f"A loss beyond chance is shown for: {', '.join(lossy)}."
    if useless := [title(g) for g, s in told if s.cllr.value >= 1]:
        yield f"Worth nothing as they stand, with a Cllr of 1 or more: {', '.join(useless)}."


def without(validation: Validation) -> str:
    """Return how many pairs have no finding."""
    return (
        "1 pair has no finding"
        if validation.without == 1
        else f"{validation.without:,} pairs have no finding"
    )


def limits(found: Validated) -> Iterator[str]:
    """Yield what this validation cannot tell, beginning with what is of its own data."""
    validation = found.validation
    if validation.without:
        yield f"{without(validation)}. Each counts as a ratio of 1, which moves costs towards 1."
    if unscored := [title(g) for g in validation.groups if g.scores is None]:
        yield f"Too few pairs to be scored: {', '.join(unscored)}. Nothing is known of them from these data."
    if bare := [title(g) for g in validation.groups if g.scores is not None and g.note is not None]:
        yield f"Scored without intervals, for fewer than {FEWEST_PEOPLE} people: {', '.join(bare)}."
    if found.given:
        yield (
            "The ratios were given in a file. That no person of these pairs took part in the fit is "
            "for their maker to show."
        )
    yield from quantity(found)
    if found.card is None:
        yield "There is no card of a model: what the ratios were fitted on, and their bounds, are not known here."
    if COTRAVEL in found.kinds:
        yield "Who carried the phones of people who travelled together is not known; those pairs enter no cost."
    yield (
        "The scores hold for records, places and people like these. Another network, country or way of using phones "
        "may be better or worse, and the calibration is the first to suffer."
    )
    yield (
        "Intervals draw the people again, not the places, days or networks. For a share of none, the upper end is that "
        "of none out of as many as there are people."
    )
    yield "A ratio compares two propositions. It is no probability that one of them is true, and no verdict."
    if found.card is not None:
        yield from found.card.limits


def quantity(found: Validated) -> Iterator[str]:
    """Yield what the scores are scores of, where they could be taken for others."""
    if found.fitted_on:
        yield (
            "The model was fitted on these very files: the scores are of people whom it has seen. The scores on its "
            "card, of cross-validation, are of people whom it had not."
        )
    if found.beside_people:
        yield (
            "How rare a place or a contact is was told, for each pair, by one phone of each other person. A comparison "
            "asks all other phones of its file, where one person may have many."
        )


def bounds(plots: Plots, card: Card | None, values: Sequence[float]) -> str:
    """Return what the pairs themselves would bear, and whether the ratios keep within the model's bounds."""
    least, most = plots.elub
    said = (
        f"By the empirical bounds (ELUB) these pairs bear log10 ratios from {number(least)} to {number(most)}; the "
        f"ratios run from {number(min(values))} to {number(max(values))}."
    )
    if card is None:
        return said
    beyond = min(values) < card.least or max(values) > card.most
    kept = "They do not keep within" if beyond else "They keep within"
    return f"{said} {kept} the model's bounds, {number(card.least)} to {number(card.most)}."


def _with_interval(measure: Measure, written: str, unit: str) -> str:
    value = minus(written.format(measure.value))
    if measure.lower is None or measure.upper is None:
        return f"{value}{unit}"
    return minus(f"{value}{unit} [{written.format(measure.lower)}, {written.format(measure.upper)}]")
