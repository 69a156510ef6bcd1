"""The reader against labelled texts of our own: a worse grammar fails here."""

from pathlib import Path

import pytest
from bench.labelled import in_total, labelled, scores

CORPUS = Path(__file__).parent.parent / "corpus"
FLOOR = {"core": 0.84, "strict": 0.72}
"""A hundredth under what was reached when the texts were last looked at."""


@pytest.fixture(scope="module")
def totals():
    return in_total(scores(labelled(CORPUS)).values())


@pytest.mark.parametrize("level", FLOOR)
def test_the_invented_texts_are_read_as_well_as_they_were(totals, level):
    assert totals[level].f1 >= FLOOR[level]


def test_the_corpus_is_there_whole(totals):
    assert len(labelled(CORPUS)) == 90
    assert totals["core"].labelled > 1_200
