"""Faults planted into made-up bulletins are found once read, and clean bulletins are let alone."""

from collections.abc import Callable, Iterator
from random import Random

import pytest

from bulletin.planted import PLANTS, Planted, clean, clean_pair
from bulletin.planted_otherwise import PLANTS_OTHERWISE, clean_otherwise
from clewline.bulletin.check import Finding, Named, all_rules, check
from clewline.bulletin.read import read

SEEDS = 200
FOUND = 0.9
"""Share of the planted faults that a rule must find."""
FALSE = 0.1
"""Share of clean texts that may be called wrong or doubtful."""


def _found(planted: Planted) -> tuple[Finding, ...]:
    texts = enumerate(zip(planted.texts, planted.published, strict=True), start=1)
    return check([Named(f"text {i}", read(text, published)) for i, (text, published) in texts])


def _alarms(make: Callable[[Random], Planted]) -> Iterator[list[Finding]]:
    for seed in range(SEEDS):
        yield [f for f in _found(make(Random(seed))) if f.severity != "note"]


def test_a_fault_of_every_kind_is_planted() -> None:
    assert sorted(PLANTS) == sorted(PLANTS_OTHERWISE) == sorted(all_rules())


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(PLANTS))
def test_nine_of_ten_planted_faults_are_found(kind: str) -> None:
    plants = (PLANTS[kind], PLANTS_OTHERWISE[kind])
    missed = [s for s in range(SEEDS) if kind not in {f.rule for f in _found(plants[s % 2](Random(s)))}]
    assert len(missed) <= (1 - FOUND) * SEEDS, f"seeds {missed[:20]}"


@pytest.mark.slow
@pytest.mark.parametrize("make", [clean, clean_pair, clean_otherwise])
def test_at_most_one_clean_text_in_ten_is_called_wrong_or_doubtful(
    make: Callable[[Random], Planted],
) -> None:
    alarms = [found for found in _alarms(make) if found]
    assert len(alarms) <= FALSE * SEEDS, [f.sentence for found in alarms[:10] for f in found]
