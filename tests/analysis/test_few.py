"""Few rows are counted in memory and many in the database: every number, split and row is the same both ways."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from clewline.analysis import of_entries
from clewline.analysis.count import Selection
from clewline.errors import Misused
from clewline.figures import Figure, all_figures
from clewline.record.notation import read_notation

DAYS = date(2000, 1, 1), date(2040, 1, 1)


def told(selection: Selection) -> dict[str, Any]:
    """Return everything that a selection says, its rows opened first."""
    figure = selection.figure
    wheres = [{}, *(dict(part.where) for part in figure.parts)]
    said: dict[str, Any] = {"rows": list(selection.rows())}
    for where in wheres:
        key = str(sorted(where.items()))
        said[f"entries {key}"] = selection.entries(where)
        said[f"number {key}"] = selection.number(where)
        for dimension in figure.dimensions:
            whole, parts = selection.split(dimension, where)
            said[f"{dimension} {key}"] = (whole, list(parts.items()))
    return said


@pytest.mark.parametrize("figure", all_figures().values(), ids=lambda figure: figure.name)
def test_few_rows_are_counted_as_many_are(figure: Figure) -> None:
    seen = 0
    for definition in figure.definitions:
        for example in definition.examples:
            tables = of_entries(read_notation(example.given), as_of=example.as_of)
            many, few = (
                told(Selection(tables, figure, definition, *DAYS, most=most)) for most in (-1, 20_000)
            )
            seen += len(few["rows"])
            few["rows"].sort(key=repr)
            many["rows"].sort(key=repr)
            assert few == many
            tables.close()
    assert seen


def test_rows_of_another_force_are_not_read() -> None:
    tables = of_entries(
        read_notation(
            "a1: on 2023-03-01 arrest C1, force kent, person kent/1\n"
            "a2: on 2023-03-01 arrest C2, force essex, person essex/1"
        )
    )
    figure = all_figures()["arrests"]
    for most in (-1, 10):
        selection = Selection(tables, figure, figure.definition(), *DAYS, within={"force": "kent"}, most=most)
        assert selection.entries() == ("a1",) and selection.number().value == Decimal(1)
        with pytest.raises(Misused, match="cannot be broken down by 'colour'"):
            selection.number({"colour": "red"})
