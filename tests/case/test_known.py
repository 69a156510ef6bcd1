"""When the record said so, against a slow reading of the rule at each instant."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clewline.case.known import FOREVER, Closing, Interval, known_intervals

START = datetime(2023, 3, 6, tzinfo=UTC)


def at(hour: int) -> datetime:
    return START + timedelta(hours=hour)


def known_at(spans: list[Interval], hour: int) -> bool:
    return any(a <= at(hour) < b for a, b in spans)


def test_a_correction_takes_the_place_of_what_it_names() -> None:
    closings = [Closing(id="b", closes="a", how="replaced", at=at(2))]
    known = known_intervals(closings, {"a": (at(0), None), "b": (at(2), None)})
    assert known == {"a": [(at(0), at(2))], "b": [(at(2), FOREVER)]}


def test_a_corrected_correction_still_stands_against_the_first() -> None:
    closings = [
        Closing(id="b", closes="a", how="replaced", at=at(2)),
        Closing(id="c", closes="b", how="replaced", at=at(4)),
    ]
    known = known_intervals(closings, {"a": (at(0), None), "b": (at(2), None), "c": (at(4), None)})
    assert known == {"a": [(at(0), at(2))], "b": [(at(2), at(4))], "c": [(at(4), FOREVER)]}


def test_withdrawing_a_correction_brings_the_first_back() -> None:
    closings = [
        Closing(id="b", closes="a", how="replaced", at=at(2)),
        Closing(id="w", closes="b", how="withdrawn", at=at(4)),
    ]
    known = known_intervals(closings, {"a": (at(0), None), "b": (at(2), None)})
    assert known == {"a": [(at(0), at(2)), (at(4), FOREVER)], "b": [(at(2), at(4))]}


def test_reversing_a_batch_ends_its_entries_and_undoes_its_corrections() -> None:
    closings = [
        Closing(id="b", closes="a", how="replaced", at=at(2), batch="B2"),
        Closing(id="r", closes="B2", how="batch reversed", at=at(5)),
    ]
    known = known_intervals(closings, {"a": (at(0), "B1"), "b": (at(2), "B2")})
    assert known == {"a": [(at(0), at(2)), (at(5), FOREVER)], "b": [(at(2), at(5))]}


def test_an_entry_withdrawn_by_a_reversed_batch_comes_back() -> None:
    closings = [
        Closing(id="w", closes="a", how="withdrawn", at=at(2), batch="B2"),
        Closing(id="r", closes="B2", how="batch reversed", at=at(5)),
    ]
    assert known_intervals(closings, {"a": (at(0), None)}) == {"a": [(at(0), at(2)), (at(5), FOREVER)]}


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Closing], dict[str, tuple[datetime, str | None]]]:
    """Entries in order, each of which may replace or withdraw an earlier one, and some batches reversed."""
    recorded: dict[str, tuple[datetime, str | None]] = {}
    closings: list[Closing] = []
    for hour in range(draw(st.integers(1, 7))):
        name, batch = f"e{hour}", draw(st.sampled_from([None, "B1", "B2"]))
        recorded[name] = (at(hour), batch)
        if hour and draw(st.booleans()):
            closes = f"e{draw(st.integers(0, hour - 1))}"
            how = draw(st.sampled_from(["replaced", "withdrawn"]))
            closings.append(Closing(id=name, closes=closes, how=how, at=at(hour), batch=batch))
    for batch in ("B1", "B2"):
        if draw(st.booleans()):
            hour = draw(st.integers(7, 10))
            closings.append(Closing(id=f"r{batch}", closes=batch, how="batch reversed", at=at(hour)))
    return closings, recorded


def slowly(
    entry: str, hour: int, closings: list[Closing], recorded: Mapping[str, tuple[datetime, str | None]]
) -> bool:
    """The rule read aloud: recorded, its batch standing, and nothing standing against it."""

    def reversed_by(batch: str | None) -> bool:
        return any(c.how == "batch reversed" and c.closes == batch and c.at <= at(hour) for c in closings)

    def lasting_withdrawal(of: str) -> bool:
        return any(
            c.how == "withdrawn"
            and c.closes == of
            and c.at <= at(hour)
            and not any(r.how == "batch reversed" and r.closes == c.batch for r in closings)
            for c in closings
        )

    began, batch = recorded[entry]
    against = [c for c in closings if c.closes == entry and c.how != "batch reversed" and c.at <= at(hour)]
    standing = [c for c in against if not reversed_by(c.batch) and not lasting_withdrawal(c.id)]
    return began <= at(hour) and not reversed_by(batch) and not standing


@given(stories())
def test_intervals_say_what_the_rule_says_at_every_instant(
    story: tuple[list[Closing], dict[str, tuple[datetime, str | None]]],
) -> None:
    closings, recorded = story
    known = known_intervals(closings, recorded)
    for entry in recorded:
        spans = known[entry]
        assert all(a < b for a, b in spans)
        assert all(spans[i][1] < spans[i + 1][0] for i in range(len(spans) - 1))
        for hour in range(12):
            assert known_at(spans, hour) == slowly(entry, hour, closings, recorded)
