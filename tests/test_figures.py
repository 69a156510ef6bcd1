"""Every figure keeps its worked examples; they are also printed on the methods page."""

import pytest

from clewline.analysis import count, tables
from clewline.figures import Definition, Example, Figure, all_figures
from clewline.record.notation import read_notation

EXAMPLES = [
    pytest.param(figure, definition, example, id=f"{name}-{definition.version}-{n}")
    for name, figure in all_figures().items()
    for definition in figure.definitions
    for n, example in enumerate(definition.examples, start=1)
]


@pytest.mark.parametrize(("figure", "definition", "example"), EXAMPLES)
def test_a_figure_keeps_its_example(figure: Figure, definition: Definition, example: Example) -> None:
    connection = tables.of_entries(read_notation(example.given), as_of=example.as_of)
    start, end = example.period
    selection = count.select(connection, figure, start=start, end=end, version=definition.version)
    counted = selection.counted(where=example.where)
    assert (counted.value, counted.entries) == (example.value, example.stands_on)


@pytest.mark.parametrize("figure", all_figures().values(), ids=all_figures())
def test_every_definition_is_explained(figure: Figure) -> None:
    for definition in figure.definitions:
        assert definition.sentence.endswith(".")
        assert definition.authority
        assert definition.examples
    assert len({d.version for d in figure.definitions}) == len(figure.definitions)
    assert {d for part in figure.parts for d in part.where} <= set(figure.dimensions)
