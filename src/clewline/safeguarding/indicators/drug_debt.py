"""Somebody is told that they owe money, and have to work it off."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import NCLCC, PLYMOUTH, TERMS

DRUG_DEBT = Indicator(
    name="drug_debt",
    kind="coercion",
    title="Owes money for drugs",
    signs=(
        "They say that they owe money, and that it keeps growing.",
        "They lost drugs or cash that was not theirs, or were robbed of it.",
        "They need money badly, and fast.",
        "They are told to work it off. It is called debt bondage.",
    ),
    may_also_mean=(
        "They may owe money to a friend, or for a phone.",
        "There may be little money at home.",
    ),
    ask=(
        "Who do you owe, and how did it start?",
        "What happens if it is not paid?",
        "Who else knows about it?",
    ),
    do_now=(
        "If someone threatens them now, call 999.",
        "Tell them that it is not their fault. Debts are made up to keep people working.",
        "Ask the police first, before anyone pays.",
        "Tell your safeguarding lead. If they are under 18, tell children's social care.",
    ),
    source=f"{PLYMOUTH}; {TERMS}; {NCLCC}",
)
