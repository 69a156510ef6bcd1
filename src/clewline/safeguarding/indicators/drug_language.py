"""Somebody uses words that belong to the selling of drugs."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE, TERMS

DRUG_LANGUAGE = Indicator(
    name="drug_language",
    kind="behaviour",
    title="Uses the words of drug dealing",
    signs=(
        "They use words that dealers use, and know what they mean.",
        "They talk of a line, of runners or of elders.",
        "They talk of drug debts, or of going to another town to sell.",
    ),
    may_also_mean=(
        "Songs, games and films use these words too.",
        "They may copy their friends.",
    ),
    ask=(
        "What does that word mean to you?",
        "Where did you hear it?",
        "Who talks like that?",
    ),
    do_now=(
        "Write down the words just as they said them. Such words change, and differ from place to place.",
        "Ask what they mean, and do not laugh or tell them off.",
        "Tell your safeguarding lead if other things worry you as well.",
    ),
    source=f"{PACE}; {TERMS}",
)
