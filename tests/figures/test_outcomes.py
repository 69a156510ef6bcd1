"""What became of the people safeguarded: who has what since, and who has nothing, each with the entries behind."""

from datetime import date

from clewline.analysis import tables
from clewline.analysis.count import select
from clewline.figures import all_figures
from clewline.figures.outcomes import ALL, NOTHING, SINCE, Outcomes, outcomes_of
from clewline.output.outcome_words import WORDS, line_words, title_words
from clewline.record.notation import read_notation

STORY = """
    a: on 2023-02-28 safeguarding referral R1, force kent, person kent/1, partner council
    b: on 2023-04-01 referral answered A1, force kent, person kent/1, referral a, partner council, \
answer accepted, answered by Rowe
    c: on 2023-03-01 safety plan P1, force kent, person kent/2
    d: on 2023-03-02 nrm referral N1, force kent, person kent/2
    e: on 2023-03-03 safety plan P2, force kent, person kent/2
    f: on 2023-03-01 strategy meeting S1, force kent, person kent/3
    g: on 2023-02-01 nrm referral N2, force kent, person kent/3
    h: on 2023-02-01 safety plan P3, force kent, person kent/4
    i: on 2023-03-04 safeguarding supported T1, force kent, person kent/4
"""


def became(text: str) -> Outcomes:
    connection = tables.of_entries(read_notation(text))
    week = {"start": date(2023, 2, 27), "end": date(2023, 3, 5)}
    helped, since = (
        select(connection, all_figures()[name], **week).rows()
        for name in ("people_safeguarded", "safeguarded_since")
    )
    return outcomes_of(helped, since)


def test_each_person_is_told_once_with_what_is_recorded_since() -> None:
    found = became(STORY)
    assert found.people(ALL) == ("kent/1", "kent/2", "kent/3")
    assert {what: found.people(what) for what in SINCE if found.people(what)} == {
        "referral": ("kent/1",),
        "accepted": ("kent/1",),
        "nrm": ("kent/2",),
    }


def test_nothing_since_is_nobody_of_whom_something_is() -> None:
    # After the second plan nothing is recorded of kent/2, but after the first there is: they have something.
    found = became(STORY)
    assert found.people(NOTHING) == ("kent/3",)
    some = set().union(*(found.people(what) for what in SINCE))
    assert some | set(found.people(NOTHING)) == set(found.people(ALL)) and not some & set(
        found.people(NOTHING)
    )


def test_a_place_opens_to_the_entries_behind_it() -> None:
    found = became(STORY)
    assert found.behind("kent/1", "accepted") == ("a", "b")
    assert found.behind("kent/2", "nrm") == ("c", "e", "d")
    assert found.behind("kent/3", NOTHING) == ("f",)
    assert found.people("no such thing") == ()


def test_every_number_has_words_and_one_person_is_told_in_the_singular() -> None:
    assert set(WORDS) == {ALL, NOTHING, *SINCE}
    assert line_words("nrm", 2) == "were referred to the National Referral Mechanism"
    assert line_words("nrm", 1) == "was referred to the National Referral Mechanism"
    assert line_words("nothing", 1) == "has none of these recorded since"
    assert line_words("status", 1).startswith("had their status") and line_words("help", 1) == "got help"
    assert title_words(177) == "What happened to the 177 people safeguarded"
    assert title_words(1) == "What happened to the 1 person safeguarded"
    assert title_words(0) == "What happened to the people safeguarded"
