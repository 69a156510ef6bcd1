"""A validation for the terminal, and as plain data for scripts."""

from dataclasses import asdict
from typing import Any

from rich.table import Table

from clewline.evidence.resampling import ABOVE, Measure
from clewline.evidence.validation import Group
from clewline.output import validation_words as words
from clewline.workflow.evidence.validate import Validated


def as_table(found: Validated) -> Table:
    """Return the scores of every group."""
    table = Table(box=None, pad_edge=False, collapse_padding=True, header_style="bold")
    table.add_column("pairs", no_wrap=True)
    for name in ("same", "diff", "Cllr", "95 %", "min", "loss", "chance", "same<1", "diff>1", "diff>100"):
        table.add_column(name, justify="right", no_wrap=True)
    for group in found.validation.groups:
        table.add_row(*_row(group))
    return table


def _row(group: Group) -> list[str]:
    start = [words.title(group), f"{group.same:,}", f"{group.different:,}"]
    scores = group.scores
    if scores is None:
        return [*start, "too few"]
    return [
        *start,
        f"{scores.cllr.value:.3f}",
        _interval(scores.cllr),
        f"{scores.cllr_min.value:.3f}",
        f"{scores.cllr_cal.value:.3f}",
        f"{scores.cal_by_chance:.3f}",
        f"{scores.same_below_1.value:.2%}",
        f"{scores.different_above[1.0].value:.2%}",
        f"{scores.different_above[100.0].value:.2%}",
    ]


def _interval(measure: Measure) -> str:
    return "" if measure.lower is None else f"{measure.lower:.3f}-{measure.upper:.3f}"


def as_data(found: Validated) -> dict[str, Any]:
    """Return the validation as plain data."""
    validation = found.validation
    groups = []
    for group in validation.groups:
        told = asdict(group)
        if group.scores is not None:
            told["scores"]["different_above"] = {
                f"{ratio:g}": asdict(group.scores.different_above[ratio]) for ratio in ABOVE
            }
        groups.append(told)
    return {
        "model": None if found.card is None else f"{found.card.name} {found.card.version}",
        "type": found.type,
        "pairs": validation.pairs,
        "people": validation.people,
        "without_finding": validation.without,
        "kinds": dict(found.kinds),
        "groups": groups,
        "cotravel": None if validation.travel is None else asdict(validation.travel),
        "misleading": [asdict(one) for one in validation.misleading],
        "elub": list(found.plots.elub),
        "seed": validation.seed,
        "resamples": validation.times,
        "files": [asdict(one) for one in found.files],
    }
