"""A second child goes the whole way, from the stop to the outcome, by the pages of the site alone: an officer, a social
worker and a charity in turn.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from browser import look_at
from story_site import STORY, Case, Demo, do, story_served

CHILD, NUMBER = "Tam Larkmoor", "KF-16"


@pytest.fixture(scope="module")
def demo(embedded_once: str) -> Iterator[Demo]:
    """The story, told and served."""
    with story_served() as one:
        yield one


@pytest.mark.slow
def test_a_second_child_goes_the_whole_way_by_the_pages(demo: Demo) -> None:
    wrong: list[str] = []
    logins = ("officer", "safeguarding", "partner")
    ola, saff = (Case(demo.come_in(login), wrong) for login in logins[:2])
    pat = demo.come_in("partner")
    today = datetime.now(UTC).date()
    stop = today - timedelta(days=400)
    who = {"Person's number": NUMBER}
    for one in (ola, saff):
        one.hand.follow(STORY.case)

    # The stop.
    ola.record(
        "Person as recorded",
        stop,
        {"Number": NUMBER, "Family name": "Larkmoor", "Given names": "Tam", "Home area": "Norwich"},
    )
    ola.record(
        "Indicator observed",
        stop,
        {
            **who,
            "Indicator": "choose Where they go: Tickets or trips that do not fit",
            "Basis": "seen at the coach station",
        },
    )
    ola.record("Arrest", stop, {**who, "Custody reference": "CS-16", "Age": "14", "Place": "Westminster"})

    # A charge is refused, and leads to what has to come first.
    charge = {**who, "Charge reference": "CS-16-1", "Offence": "MD71171", "Arrest": "CS-16"}
    ola.fill_in("Charge", stop, charge)
    assert "treated as a possible victim first" in ola.hand.reads()
    ola.look("charge-refused")
    ola.hand.follow("record that section 45 was considered")
    ola.answer(
        stop + timedelta(days=1),
        {"Reason": "A child who was told what to say and whom to carry for."},
        ("Child", "The defence may apply"),
    )
    ola.look("section-45-check")
    ola.hand.press("Record it")
    ola.look("section-45-recorded")

    # Somebody says what the child is, and refers them.
    saff.record(
        "Protection status",
        stop + timedelta(days=1),
        {**who, "Reason": "14, alone, with tickets for strangers"},
        marks=("Possible victim",),
    )
    saff.record("NRM referral", stop + timedelta(days=1), {**who, "First responder": "Metropolitan Police"})
    saff.record(
        "Safeguarding referral",
        stop + timedelta(days=2),
        {**who, "Reference": "HT-16", "Age": "14", "Partner": STORY.partner},
        marks=("Safeguarding a child",),
    )

    # The charity asks, is answered, accepts, helps.
    pat.page.reload()
    assert "1 referral waits for your answer" in pat.reads()
    wrong += look_at(pat.page, "live-partner-home")
    pat.follow("HT-16")
    assert CHILD not in pat.reads() and "Nothing yet" in pat.reads()
    do(pat, "Ask about the referral", "What do you need to know?", "Who are they?", "Ask it")
    saff.hand.follow("Clewline")
    saff.look("waits-for-reply")
    saff.hand.follow(f"HT-16 to {STORY.partner}")
    do(saff.hand, "Reply to the partner", "Your reply", "You see the name now.", "Send the reply")
    saff.hand.follow("Share information")
    for label in ("Name", "Who to ring"):
        saff.hand.mark(label)
    saff.hand.fill("Why do they need it?", "They meet them on Monday")
    saff.hand.mark("Safeguarding a child")
    saff.hand.press("See what they will see")
    saff.hand.press("Share it")
    pat.page.reload()
    assert CHILD in pat.reads() and NUMBER not in pat.page.content()
    do(pat, "Accept the referral", "Anything that the force", "A worker comes on Monday.", "Accept it")
    saff.hand.page.reload()
    do(saff.hand, "Record that the referrer was told", "How were they told?", "by e-mail", "Record it")
    do(pat, "Record what was done", "What was done for them?", "Met them twice a week.", "Record it")

    # A programme, and what became of them.
    saff.record(
        "Programme offered",
        stop + timedelta(days=10),
        {**who, "Programme": "Next Stop", "Offered by": "Harbour Trust"},
        marks=("Yes",),
    )
    saff.hand.follow("People")
    saff.hand.follow(CHILD)
    said = saff.hand.reads()
    assert said.count("record it") == 3, said[said.index("Prevention") :][:900]
    saff.look("outcomes-due")
    saff.hand.follow("record it", within="li:has-text('12 months')")
    saff.answer(today, {}, ("Completed",))
    saff.hand.press("Record it")
    do(pat, "End your work for them", "How did it end?", "Back at school for good.", "End it")
    saff.hand.follow("Referrals")
    saff.hand.follow("HT-16")
    do(saff.hand, "Record that the referrer was told", "How were they told?", "in person", "Record it")
    saff.look("referral-told")
    saff.record(
        "Protection status",
        today,
        {**who, "Reason": "The competent authority decided so."},
        marks=("Victim",),
    )

    # The officer reads how it ended; the charity still sees no case.
    ola.hand.follow("People")
    ola.hand.follow(CHILD)
    said = ola.hand.reads()
    assert "said: victim" in said and "After 12 months: Completed" in said
    assert f"HT-16 to {STORY.partner}" in said and "referrer told" in said
    ola.look("officer-person")
    pat.page.reload()
    assert "Back at school for good." in pat.reads()
    assert STORY.case not in pat.page.content() and "CS-16" not in pat.page.content()
    assert wrong == []
