"""A person who may be a victim is charged only where a named person considered section 45 first."""

from datetime import date

from clewline.case.considered import objection
from clewline.case.protection import protection
from clewline.record.notation import read_notation

TODAY = date(2023, 3, 6)
CHARGE = "on 2023-03-05 charge H1, force kent, person kent/1, offence MD71170"
DECISION = "d: on 2023-03-04 decision D1, what {}, decided by Moss, reason not compelled, about {}"


def said(charge: str, *others: str) -> str | None:
    """Return what is said against a charge, of a person of whom the others were recorded."""
    (entry,) = read_notation(f"c: {charge}")
    known = read_notation("\n".join(others))
    return objection(entry.facts, protection(known, TODAY), known)


def test_a_charge_of_somebody_of_whom_nothing_is_recorded_stands() -> None:
    assert said(CHARGE) is None
    assert said("on 2023-03-05 arrest C1, force kent, person kent/1, age 15") is None


def test_a_child_and_a_marked_adult_are_possible_victims_first() -> None:
    young = said(f"{CHARGE}, age 17")
    assert young is not None and "was 17 at the event" in young and "kent/1" in young
    marked = said(CHARGE, "v: on 2023-03-01 vulnerability identified V1, force kent, person kent/1")
    assert marked is not None and "was identified as exploited or at risk on 1 March 2023" in marked


def test_the_decision_is_about_that_person_and_says_what_was_considered() -> None:
    young = f"{CHARGE}, age 17"
    assert said(young, DECISION.format("Section 45 considered ", "kent/1")) is None
    assert said(young, DECISION.format("section 45 considered", "kent/2")) is not None
    assert said(young, DECISION.format("bail", "kent/1")) is not None
