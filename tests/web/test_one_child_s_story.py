"""The demo's story in a browser: an officer, a social worker and a charity find the child, and read what they may."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from browser import look_at
from hands import Mouse
from story_site import STORY, Case, Demo, story_served

from clewline.workflow.story.told import Look

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial" / "one-child-s-story.md"


@pytest.fixture(scope="module")
def demo(embedded_once: str) -> Iterator[Demo]:
    """The story, told and served."""
    with story_served() as one:
        yield one


def officer(hand: Mouse) -> None:
    """Reads why he is protected, that he was not charged, and how it ended."""
    said = hand.reads()
    assert "treated as a possible victim first" in said and "Suspected too" in said
    assert (
        "Decided by Sid Supervisor" in said
        and "Section 45 considered" in said
        and "released without charge" in said.lower()
    )
    assert "Completed; missing again: no; arrested again: no; in education: yes" in said
    assert not re.search(r"^Charge\b", hand.page.locator("main ol").last.inner_text(), re.MULTILINE)
    hand.follow("HT-0516", within="main ul")
    said = hand.reads()
    assert "Help was given (in person)" in said and "begins as an apprentice" in said
    charge = {"Charge reference": "CS-0513-2", "Person's number": "KF-15", "Offence": "MD71170"}
    Case(hand, []).fill_in("Charge", datetime.now(UTC).date(), charge)
    assert "considered section 45 of metropolitan/KF-15" in hand.reads()
    assert hand.page.get_by_role("link", name="record that section 45 was considered").is_visible()


def safeguarding(hand: Mouse) -> None:
    """Reads what is overdue and what was decided, the programme, and whom to ring."""
    said = hand.reads()
    assert "Kofi Fennhurst" in said and "What may be a sign" not in said
    assert said.count("Overdue") == 1 and "said: victim" in said
    assert "After 6 months: Taking part; missing again: yes" in said
    assert "Release" not in said, "custody is not for those who protect people"
    hand.follow("Ask who else holds a concern")
    hand.fill("Why do you need to know?", "We meet him tomorrow")
    hand.press("Ask")
    assert "The force Kent holds a concern" in hand.reads()
    assert STORY.elsewhere not in hand.page.content() and "form tutor" not in hand.page.content()


def partner(hand: Mouse) -> None:
    """Reads what is shared with the charity, and nothing of the case."""
    said = hand.reads()
    assert "Kofi Fennhurst" in said and "Saff Safeguarding, Metropolitan Police" in said
    assert "Medway" not in said and "home area; no longer open, it was ended" in said
    assert "Meet him at school" in said and "begins as an apprentice" in said
    page = hand.page.content()
    for secret in (STORY.case, "CS-0513", "KF-15", "MD71171", "ection 45", "form tutor", "National Referral"):
        assert secret not in page, secret


READS: dict[str, Callable[[Mouse], None]] = {
    "officer": officer,
    "safeguarding": safeguarding,
    "partner": partner,
}


@pytest.mark.slow
@pytest.mark.parametrize("look", STORY.looks, ids=lambda look: look.by)
def test_each_of_the_three_finds_him_and_reads_what_they_may(demo: Demo, look: Look) -> None:
    by, path = look.by, look.path
    hand = demo.come_in(by)
    wrong = look_at(hand.page, f"story-{by}-home")
    assert len(path) <= 3, "he is in human reach"
    for words in path:
        hand.follow(words)
        wrong += look_at(hand.page, f"story-{by}-{words.split(':')[0].replace('/', '-')}")
    READS[by](hand)
    wrong += look_at(hand.page, f"story-{by}-end")
    assert wrong == []


def test_the_tutorial_leads_the_same_way() -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    told = [
        line for block in re.findall(r"```text\n(.*?)```", text, re.DOTALL) for line in block.splitlines()
    ]
    assert [one for one in told if not one.startswith("make")] == [
        " > ".join(one.path) for one in STORY.looks
    ]
