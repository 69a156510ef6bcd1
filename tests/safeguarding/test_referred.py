"""An adult is referred to the National Referral Mechanism with their consent, or reported; a child is referred."""

import pytest

from clewline.record.notation import read_notation
from clewline.safeguarding.considered import said
from clewline.safeguarding.referred import CHILD, CONSENT, objection

WHO = "force kent, person kent/1"
YOUNG = "p: on 2023-02-01 person kent/1, force kent, number 1, born 2007-01-01"
GROWN = "p: on 2023-02-01 person kent/1, force kent, number 1, born 1990-01-01"
DISPUTED = (
    f"{GROWN}\nd: on 2023-02-02 age assessed kent/1, {WHO}, outcome disputed, assessed by Lane, basis papers"
)
ASKED = "{}: on 2023-03-{} consent O{}, force kent, person kent/1, to {}, answer {}, taken by Moss"
NRM, NOTIFY = f"nrm referral N1, {WHO}", f"duty to notify T1, {WHO}"


def asked(answer: str, day: str = "01", to: str = "NRM referral", name: str = "o") -> str:
    return ASKED.format(name, day, name, to, answer)


def rule(entry: str, *before: str) -> str | None:
    (read,) = read_notation(f"e: on 2023-03-04 {entry}")
    found = objection(read, said(read_notation("\n".join(before))))
    assert found is None or (found[1].endswith(".") and "kent/1" in found[1])
    return None if found is None else found[0]


@pytest.mark.parametrize(
    ("entry", "before", "expected"),
    [
        # A child is referred whatever they say, and never reported.
        (NRM, (YOUNG,), None),
        (NRM, (YOUNG, asked("refused")), None),
        (NOTIFY, (YOUNG, asked("refused")), CHILD),
        # Who is of unknown or disputed age counts as one.
        (NRM, (), None),
        (NRM, (DISPUTED,), None),
        (NOTIFY, (), CHILD),
        (NOTIFY, (DISPUTED,), CHILD),
        # An adult is referred with their consent, the last word of the day or before.
        (NRM, (GROWN,), CONSENT),
        (NRM, (GROWN, asked("given")), None),
        (NRM, (GROWN, asked("given", "04")), None),
        (NRM, (GROWN, asked("given", "05")), CONSENT),
        (NRM, (GROWN, asked("refused")), CONSENT),
        (NRM, (GROWN, asked("given"), asked("withdrawn", "03", name="w")), CONSENT),
        (NRM, (GROWN, asked("given"), asked("withdrawn", "05", name="w")), None),
        (NRM, (GROWN, asked("refused"), asked("given", "03", name="g")), None),
        # Of one instant, what does not consent is the last word.
        (NRM, (GROWN, asked("refused"), asked("given", name="g")), CONSENT),
        (NRM, (GROWN, asked("given", to="support")), CONSENT),
        # The age that the entry itself gives is asked too.
        (f"{NRM}, age 30", (), CONSENT),
        (f"{NRM}, age 17", (), None),
        (f"{NOTIFY}, age 30", (), None),
        (f"{NOTIFY}, age 17", (GROWN,), CHILD),
        (NOTIFY, (GROWN,), None),
        # Another referral of an adult is on a basis of its own.
        (f"safeguarding referral R1, {WHO}, partner Harbour, age 30", (), None),
    ],
)
def test_who_is_referred_and_who_is_reported(
    entry: str, before: tuple[str, ...], expected: str | None
) -> None:
    assert rule(entry, *before) == expected


def test_what_two_stretches_of_the_record_say_counts_together() -> None:
    both = said(read_notation(GROWN)).add(said(read_notation(asked("given"))))
    (referral,) = read_notation(f"e: on 2023-03-04 {NRM}")
    assert objection(referral, both) is None
