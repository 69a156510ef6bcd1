"""What holds of every duty, whatever is recorded."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from people_owed import ADULT, CHILD, at, owed_to

from clewline.safeguarding.owed import LEFT, State

DAYS = st.dates(date(2022, 10, 1), date(2023, 6, 1))
EVENTS = st.sampled_from(
    (
        "arrest C{n}, WHO",
        "vulnerability identified V{n}, WHO",
        "nrm referral N{n}, WHO",
        "nrm decision D{n}, WHO, stage reasonable grounds, outcome positive",
        "nrm decision D{n}, WHO, stage conclusive grounds, outcome negative",
        "safeguarding referral R{n}, WHO, partner Kent County Council",
        "safeguarding enquiry E{n}, WHO, duty section 47",
        "safeguarding enquiry E{n}, WHO",
        "strategy meeting M{n}, WHO",
        "safety plan P{n}, WHO",
        "child protection conference F{n}, WHO",
        "missing episode X{n}, WHO, found yes, found at 01:30",
        "missing episode X{n}, WHO, found yes",
        "return interview I{n}, WHO, outcome held",
        "need seen to S{n}, WHO, need appropriate adult",
        "consent O{n}, WHO, to NRM referral, answer refused, taken by Moss",
    )
)
STORIES = st.lists(st.tuples(DAYS, EVENTS), max_size=12).map(
    lambda some: [f"e{n}: on {day} {text.format(n=n)}" for n, (day, text) in enumerate(some)]
)
INSTANTS = DAYS.map(lambda day: f"{day} 12:00")


@given(STORIES, INSTANTS, st.booleans(), st.randoms())
def test_the_order_of_what_is_recorded_changes_nothing(story, now, grown, random) -> None:  # type: ignore[no-untyped-def]  # Hypothesis gives them
    other = list(story)
    random.shuffle(other)
    born = ADULT if grown else CHILD
    one, two = (owed_to("\n".join(some), now, born=born) for some in (story, other))
    assert [_plain(each) for each in one] == [_plain(each) for each in two]


def _plain(one):  # type: ignore[no-untyped-def]  # what is compared, less the line of the notation
    return (one.duty.duty, one.start.id, one.state, one.due, one.earliest, one.by and one.by.id, one.in_time)


@given(STORIES, INSTANTS)
def test_what_is_done_is_never_overdue_and_what_is_overdue_was_never_done(story, now) -> None:  # type: ignore[no-untyped-def]  # Hypothesis gives them
    for one in owed_to("\n".join(story), now):
        assert (one.overdue_by(at(now)) is not None) == (one.state is State.OVERDUE)
        assert (one.by is None) == (one.state in (*LEFT, State.MISSED))
        if one.state is State.OVERDUE:
            assert one.due is not None and at(now) > one.due
        if one.state is State.DUE:
            assert one.due is not None and at(now) <= one.due
        assert (one.why is not None) == (one.state is State.UNTOLD)


@given(STORIES, INSTANTS, INSTANTS)
def test_time_alone_makes_nothing_undone_and_nothing_less_overdue(story, one, other) -> None:  # type: ignore[no-untyped-def]  # Hypothesis gives them
    earlier, later = sorted((one, other))
    before = {(o.duty.duty, o.start.id): o for o in owed_to("\n".join(story), earlier)}
    after = {(o.duty.duty, o.start.id): o for o in owed_to("\n".join(story), later)}
    assert before.keys() == after.keys()
    for key, found in before.items():
        assert (found.due, found.by) == (after[key].due, after[key].by)
        if found.state is State.OVERDUE:
            assert after[key].state is State.OVERDUE


@given(DAYS, st.integers(0, 90), EVENTS)
def test_what_starts_later_is_due_no_earlier(day, days, event) -> None:  # type: ignore[no-untyped-def]  # Hypothesis gives them
    def due(start: date) -> dict[str, object]:
        text = f"e: on {start} {event.format(n=1)}"
        return {o.duty.duty: (o.due or o.earliest) for o in owed_to(text, "2023-01-01 00:00")}

    first, last = due(day), due(day + timedelta(days=days))
    for duty in first.keys() & last.keys() - {"conclusive_grounds"}:  # 45 days became 30
        if first[duty] is not None:
            assert first[duty] <= last[duty]  # type: ignore[operator]  # both are days or both instants
