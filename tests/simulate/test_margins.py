"""The margins file: what it states, and what it may not."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import files
from random import Random

import pytest

from clewline.errors import BadInput
from clewline.simulate import default_margins, read_margins

TEXT = (files("clewline.simulate") / "margins" / "metropolitan_2023_02_27.json").read_text("utf-8")


def changed(**changes):
    """Return the default file with top-level keys, or keys of its two parts, set; `...` takes a key away."""
    said = json.loads(TEXT)
    for name, value in changes.items():
        part = next((said[p] for p in ("week", "programme") if name in said[p]), said)
        if value is ...:
            del part[name]
        else:
            part[name] = value
    return json.dumps(said)


def test_the_default_margins_are_the_week_that_was_published():
    m = default_margins()
    assert (m.force, m.start, m.end) == ("metropolitan", date(2023, 2, 27), date(2023, 3, 5))
    assert (m.arrests, m.people_charged, m.charges) == (222, 105, 223)
    assert (m.class_a_kg, m.class_b_kg, m.cash_gbp) == (Decimal("8.3"), Decimal("37.6"), 652214)
    assert m.over == {"drugs_value_gbp", "lines_closed_since", "arrests_since", "line_holders_arrested"}


def test_over_so_many_is_drawn_a_little_above():
    exact = default_margins().drawn(Random(1))
    assert 1800 < exact.lines_closed_since <= 1840
    assert exact.arrests == 222
    assert not exact.over


def test_scale_multiplies_all_but_the_shares_and_days():
    m, three = default_margins(), default_margins().scaled(3)
    assert (three.arrests, three.class_a_kg) == (666, Decimal("24.9"))
    assert three.line_holders_charged_percent == m.line_holders_charged_percent
    assert three.start == m.start


def test_margins_without_a_release_are_read():
    assert read_margins(changed(release=...)).release is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "not JSON"),
        ("[]", "one JSON object"),
        (changed(week=...), "the part 'week'"),
        (changed(arrests=...), "do not say 'arrests'"),
        (changed(arrests="many"), "'arrests' cannot be read"),
        (changed(arrests=True), "'arrests' cannot be read"),
        (changed(cash_gbp="much"), "'cash_gbp' cannot be read"),
        (changed(start="27/02/2023"), "'start' cannot be read"),
        (changed(weeks_of_action=[{"name": "x"}]), "'weeks_of_action' cannot be read"),
        (changed(release={"id": "M5"}), "needs id, publisher"),
        (changed(charges=-1), "'charges' is negative"),
        (changed(class_a_kg=8.30001), "tenth of a gram"),
        (changed(cash_gbp=1.005), "finer than a penny"),
        (changed(line_holders_charged_percent=101), "no percentage"),
        (changed(end="2023-02-01"), "should come as"),
        (changed(weapon_kinds=[]), "one kind of weapon"),
        (changed(charges_drug_trafficking=224), "larger than 'charges'"),
        (changed(arrests_since=100), "'arrests' is larger than 'arrests_since'"),
        (changed(modern_slavery_defendants=0), "charges without people"),
        (
            changed(people_charged=0, charges_drug_trafficking=0, charges_class_a_and_b=0),
            "charges without people",
        ),
    ],
)
def test_margins_that_cannot_be_met_are_refused_with_a_sentence(text, sentence):
    with pytest.raises(BadInput, match=sentence):
        read_margins(text)


def test_the_release_and_the_margins_agree_where_both_state_a_number():
    m = default_margins()
    stated = dict(m.release.values)
    assert stated["arrests"] == str(m.arrests)
    assert stated["class_a_kg"] == str(m.class_a_kg)
    assert replace(m, release=None).release is None
