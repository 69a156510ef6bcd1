"""A small count of people stays hidden from a reader of every bulletin that was ever released."""

import itertools
from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from clewline.errors import NotAllowed
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.draft import keep
from clewline.workflow.bulletin.release import release
from workflow.bulletin_story import (
    HOUR,
    NOW,
    SUNDAY,
    WEEK,
    arrests,
    counts,
    drafted,
    held,
    helped,
    kept_draft,
    released,
    told,
)
from workflow.bulletin_story import record as recorded

NEXT = {"start": date(2023, 3, 6), "end": date(2023, 3, 12)}


def test_a_small_count_is_not_told_nor_what_would_tell_it(record: str) -> None:
    recorded(f"{helped(3, age=15, name='c')}\n{helped(27, age=40, name='d')}\n{arrests(9)}")
    draft = drafted()
    assert "children_safeguarded" in held(draft)
    assert not {"people_safeguarded", "adults_safeguarded"} <= counts(draft), (
        "their difference is the children"
    )
    assert "Small numbers of people are not shown" in draft.text
    assert {h.indicator for h in draft.bulletin.hidden} >= {"children_safeguarded"}
    assert all(h.reason.endswith(".") for h in draft.bulletin.hidden)


def test_a_count_of_things_is_told_however_small(record: str) -> None:
    recorded(f"{arrests(9)}\nz: on 2023-03-01 line closure Z1, force kent, line L1, type Type 2")
    draft = drafted()
    assert "lines_closed" in counts(draft)
    assert "1 county line closed" in draft.text


def test_another_style_of_the_same_week_does_not_tell_what_the_first_held_back(record: str) -> None:
    recorded(f"{helped(3, age=15, name='c')}\n{helped(27, age=40, name='d')}\n{arrests(9)}")
    for n, style in enumerate(("release", "table", "thread", "table")):
        released(style=style, at=NOW + n * HOUR)
    together = set().union(*(told(k.id) for k in kept.every()))
    assert "children_safeguarded" not in together
    assert not {"people_safeguarded", "adults_safeguarded"} <= together


def test_programme_totals_do_not_tell_the_week_between_them(record: str) -> None:
    recorded(arrests(40, day="2022-12-01", name="old"))
    recorded(f"{helped(31, age=40, day='2022-12-01', name='before')}\n{helped(9, age=40)}")
    first = released(since=date(2022, 11, 1))
    assert "40" in told(first.bulletin).values(), "the programme's total is out"
    recorded(
        f"{arrests(20, day='2023-03-08', name='b')}\n{helped(2, age=40, day='2023-03-08', name='t')}",
        at=NOW + HOUR,
    )
    draft = drafted(since=date(2022, 11, 1), at=NOW + 2 * HOUR, **NEXT)
    programme = {n.selected.figure for n in draft.frozen.numbers if n.selected.start == date(2022, 11, 1)}
    assert "people_safeguarded" not in programme, "42 less 40 is the 2 of the week"
    assert "arrests" in programme


def test_one_force_and_all_forces_do_not_tell_the_other_force(record: str) -> None:
    recorded(f"{helped(20, age=40)}\n{arrests(9)}\n{helped(2, age=40, name='e', force='essex')}")
    released()
    draft = drafted(force=None, at=NOW + HOUR)
    assert "people_safeguarded" not in counts(draft), "22 less 20 is Essex's 2"
    assert "arrests" in counts(draft)


def test_one_case_and_all_cases_do_not_tell_the_other_case(record: str) -> None:
    recorded(f"{helped(20, age=40)}\n{arrests(9)}")
    recorded(helped(2, age=40, name="k"), case="K2")
    released(cases=["K1"])
    draft = drafted(at=NOW + HOUR)
    assert "people_safeguarded" not in counts(draft)


def test_a_share_of_few_people_is_not_told(record: str) -> None:
    role = "r{0}: on 2023-01-02 role R{0}, person kent/a{0}, line L1, role line holder, basis admission, force kent"
    charge = "h{0}: on 2023-03-02 charge H{0}, force kent, person kent/a{0}, offence MD71130, arrest C-a{0}"
    recorded(arrests(40) + "\n" + "\n".join(role.format(n) for n in range(20)))
    recorded("\n".join(charge.format(n) for n in range(18)))
    assert "line_holders_charged" in held(drafted()) or "line_holders_charged" not in counts(drafted())


def test_what_was_hidden_when_it_was_corrected_stays_hidden(record: str) -> None:
    recorded(f"{helped(3, age=15, name='c')}\n{helped(27, age=40, name='d')}\n{arrests(9)}")
    released(style="table")
    recorded(helped(2, age=40, name="late"), at=NOW + HOUR)
    out = released(style="table", at=NOW + 2 * HOUR)
    assert "children_safeguarded" not in told(out.bulletin)
    # 30 people before and 29 adults after may both be told: nobody knows how many adults there were before
    for one in kept.every():
        assert not {"people_safeguarded", "adults_safeguarded"} <= told(one.id).keys()


def test_a_draft_that_was_safe_is_refused_once_another_bulletin_makes_it_unsafe(record: str) -> None:
    recorded(f"{helped(20, age=40)}\n{arrests(9)}\n{helped(2, age=40, name='e', force='essex')}")
    of_all = kept_draft(force=None)
    of_kent = kept_draft(at=NOW + HOUR)
    assert "people_safeguarded" in told(of_all)
    assert "people_safeguarded" in told(of_kent)
    release(of_kent, by="Ahmed", at=NOW + HOUR)
    with pytest.raises(NotAllowed, match="let a reader work out a small count") as refused:
        release(of_all, by="Ahmed", at=NOW + 2 * HOUR)
    assert "draft it again" in str(refused.value)


def test_what_was_held_back_stays_so_when_the_draft_is_released(record: str) -> None:
    recorded(f"{helped(3, age=15, name='c')}\n{helped(27, age=40, name='d')}\n{arrests(9)}")
    draft = drafted(style="table")
    bulletin = keep(draft, by="Moss", at=NOW)
    out = release(bulletin, by="Ahmed", at=NOW + HOUR)
    assert out.exposed == ()
    public = kept.public(kept.releases())
    marked = {name for name, cell in public.cells.items() if cell.marked}
    assert {name for name, _ in draft.frozen.held_back} <= marked


# A reader who knows more than any reader does: that nobody is helped in two weeks, and how everything adds up.

AGES = {"child": 15, "adult": 40, None: None}
WEEKS = [WEEK - timedelta(weeks=1), WEEK]
Where = tuple[date, str | None, str]
"""Week, age group and sex of people helped."""


def people(chance: Random) -> dict[Where, int]:
    """How many people were helped, few and many mixed."""
    return {
        (week, age, sex): chance.choice((0, 1, 2, 3, 4, 7, 12, 25))
        for week, age, sex in itertools.product(WEEKS, AGES, ("female", "male"))
    }


def as_record(found: dict[Where, int]) -> str:
    lines = [
        helped(n, age=AGES[age], day=str(week + timedelta(days=2)), name=f"{week:%m%d}{age}{sex}", sex=sex)
        for (week, age, sex), n in found.items()
        if n
    ]
    return "\n".join(lines)


NARROWED = {
    "people_safeguarded": {},
    "children_safeguarded": {"age_group": "child"},
    "adults_safeguarded": {"age_group": "adult"},
}


def narrowest(found: dict[Where, int]) -> dict[str, int]:
    """How far apart the least and greatest possible value of each small count of a week are, by what is public."""
    places = sorted(found, key=str)
    rows, values = [], []
    public = set()
    for bulletin in kept.every():
        for _, n in kept.numbers(bulletin):
            if n.figure in NARROWED:
                where = {**NARROWED[n.figure], **dict(q.split("=") for q in n.counted)}
                rows.append(row(places, where, n.period_start, n.period_end))
                values.append(float(n.count))
                public.add(tuple(rows[-1]))
    apart = {}
    for figure, sex in itertools.product(NARROWED, (None, "female", "male")):
        for week in WEEKS:
            where = {**NARROWED[figure], **({} if sex is None else {"sex": sex})}
            target = row(places, where, week, week + timedelta(days=6))
            value = sum(
                n for place, n, t in zip(places, (found[p] for p in places), target, strict=True) if t
            )
            if 1 <= value <= 4:
                assert tuple(target) not in public, f"{figure} {sex} of {week} was told: {value}"
                ends = [extreme(target, rows, values, sign) for sign in (1, -1)]
                apart[f"{figure} {sex} {week}"] = ends[1] - ends[0]
    return apart


def row(places: list[Where], where: dict[str, str], start: date, end: date) -> list[float]:
    return [
        float(start <= week <= end and where.get("age_group", age) == age and where.get("sex", sex) == sex)
        for week, age, sex in places
    ]


def extreme(target: list[float], rows: list[list[float]], values: list[float], sign: int) -> int:
    found = milp(
        sign * np.array(target),
        integrality=np.ones(len(target)),
        bounds=Bounds(0, 200),
        constraints=LinearConstraint(np.array(rows), values, values) if rows else (),
    )
    assert found.x is not None
    return round(float(np.dot(target, found.x)))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_no_reader_of_all_bulletins_narrows_a_small_count(embedded: str, seed: int) -> None:
    chance = Random(seed)
    found = people(chance)
    recorded(f"{as_record(found)}\n{arrests(9)}\n{arrests(9, day=str(WEEKS[0]), name='w')}")
    plan = [
        (week, chance.choice(("release", "table", "thread")), chance.choice((None, WEEKS[0])))
        for week in (*WEEKS, *WEEKS)
    ]
    for n, (week, style, since) in enumerate(plan):
        end = week + timedelta(days=6)
        released(start=week, end=end, style=style, since=since, at=NOW + n * HOUR)
        assert all(apart >= 3 for apart in narrowest(found).values()), (plan[: n + 1], narrowest(found))
    assert plan[-1][0] + timedelta(days=6) == SUNDAY
