"""What a reader learns from the difference of two bulletins: by what changed, by what is missing, by earlier marks."""

import json
from datetime import date

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from clewline.store import files
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.changes import correct
from workflow.bulletin_story import HOUR, NOW, arrests, counts, drafted, held, helped, released, told
from workflow.bulletin_story import record as recorded

NOTE = "Small numbers of people are not shown"

NARROWED = {"people_safeguarded": (0, 1, 2), "children_safeguarded": (0,), "adults_safeguarded": (1,)}
"""Each figure with what it sums of children, adults, and people whose age was not recorded."""


@pytest.mark.parametrize("style", ["release", "table", "thread"])
def test_a_bulletin_that_hides_nothing_does_not_say_so(embedded: str, style: str) -> None:
    """Were the note there only where something is hidden, its absence would tell of every missing number that it is
    nought, and with a total of another bulletin what another force has.
    """
    recorded(arrests(9))
    draft = drafted(style=style)
    assert not draft.frozen.held_back
    assert NOTE in draft.text
    recorded(helped(3, age=15), at=NOW + HOUR)
    assert NOTE in drafted(style=style, at=NOW + HOUR).text


def warrants(count: int, *, force: str, name: str, first: int = 0) -> str:
    return "\n".join(
        f"{force}{name}{n}: on 2023-03-01 warrant {name}{n}, force {force}"
        for n in range(first, first + count)
    )


def test_an_earlier_mark_counts_when_a_later_total_is_told(embedded: str) -> None:
    """Kent's 3 warrants are hidden, and with nothing beside them a reader knows them to be from 1 to 4. Essex has 20,
    one of them with Kent: a total of 22 would leave Kent with 2 at the least.
    """
    recorded(
        f"{warrants(3, force='kent', name='K')}\n{arrests(9)}\n{arrests(9, name='e').replace('kent', 'essex')}"
    )
    recorded(f"{warrants(19, force='essex', name='E')}\n{warrants(1, force='essex', name='K')}")
    of_kent = released()
    assert "warrants_executed" in held(drafted())
    assert any(r.cause for r in kept.public(kept.releases()).relations), (
        "the mark's cause is kept with the release"
    )
    of_essex = released(force="essex", at=NOW + HOUR)
    assert {k.id for k in kept.every()} == {of_kent.bulletin, of_essex.bulletin}
    of_all = drafted(force=None, at=NOW + 2 * HOUR)
    assert "warrants_executed" not in counts(of_all)


def test_a_release_of_an_earlier_version_kept_no_causes(embedded: str) -> None:
    recorded(f"{helped(3, age=15)}\n{arrests(9)}")
    released(style="table")
    (entry,) = kept.releases()
    said = json.loads(files.kept(entry.facts.public_sha256))
    assert any(r["cause"] for r in said["relations"])
    from clewline.bulletin.released.public import from_json

    for relation in said["relations"]:
        del relation["cause"]
    assert not any(r.cause for r in from_json(said).relations)


def test_who_is_helped_in_two_weeks_does_not_loosen_what_binds_totals(embedded: str) -> None:
    """The week's 2 people are hidden. Two weeks before it have 28, of 20 and 9: one person was helped in both. 30 in
    all three weeks would leave this one with 2 at the least.
    """
    earlier = helped(20, age=40, day="2023-02-14"), helped(9, age=40, day="2023-02-22", name="t")
    recorded("\n".join(earlier).replace("person kent/t0,", "person kent/s0,"))
    recorded(f"{helped(2, age=40, name='u')}\n{arrests(9)}\n{arrests(9, day='2023-02-14', name='b')}")
    released()
    out = released(start=date(2023, 2, 13), end=date(2023, 2, 26), at=NOW + HOUR)
    assert told(out.bulletin)["people_safeguarded"] == "28"
    of_all = drafted(start=date(2023, 2, 13), at=NOW + 2 * HOUR)
    assert not {"people_safeguarded", "adults_safeguarded", "people_safeguarded male"} & counts(of_all)


def least_and_most(people: int, known: list[tuple[int, str, int]], *, at: int) -> tuple[int, int]:
    """How few and how many children there can have been, to a reader who knows that nothing went, only came.

    `known` has what was told: before (0) or after (1), the figure, the number.
    """
    rows = [[float(v == when and n in NARROWED[f]) for v in (0, 1) for n in range(3)] for when, f, _ in known]
    told = [float(value) for _, _, value in known]
    came = [[-1.0 if n == m else 1.0 if n == m + 3 else 0.0 for n in range(6)] for m in range(3)]
    ends = []
    for sign in (1, -1):
        goal = np.zeros(6)
        goal[3 * at] = sign
        found = milp(
            goal,
            integrality=np.ones(6),
            bounds=Bounds(0, people),
            constraints=[
                LinearConstraint(np.array(rows), told, told),
                LinearConstraint(np.array(came), 0, np.inf),
            ],
        )
        assert found.x is not None
        ends.append(round(found.x[3 * at]))
    return ends[0], ends[1]


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("style", ["table", "thread"])
def test_what_came_late_does_not_open_what_was_hidden(embedded: str, style: str, turn: int) -> None:
    """Four children of 30 people are hidden behind the adults. A child and an adult come in late: 5, 27 and 32 could
    all be told now, and who knows that nobody went would have from 3 to 5 children before.
    """
    recorded(f"{helped(4, age=15, name='c')}\n{helped(26, age=40, name='d')}\n{arrests(9)}")
    first = released(style=style)
    recorded(f"{helped(1, age=15, name='late')}\n{helped(1, age=40, name='tardy')}", at=NOW + HOUR)
    correct(first.bulletin, by="Moss", at=NOW + 2 * HOUR)
    second = released(style=style, at=NOW + 3 * HOUR)
    known = [
        (when, n.figure, int(n.count))
        for when, out in enumerate((first, second))
        for _, n in kept.numbers(kept.find(out.bulletin))
        if n.figure in NARROWED and not n.counted
    ]
    low, high = least_and_most(40, known, at=0)
    assert high - low >= 3, (turn, known)
    assert "an entry came in late" in second.text
