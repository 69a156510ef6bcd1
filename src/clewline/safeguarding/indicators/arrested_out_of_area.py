"""The police stop or arrest somebody in an area that is not theirs."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE, SECTION_45, TERMS

ARRESTED_OUT_OF_AREA = Indicator(
    name="arrested_out_of_area",
    kind="movement",
    title="Arrested far from home",
    signs=(
        "The police stop or arrest them in an area that is not their own.",
        "It is about drugs, a weapon or a lot of cash.",
        "They were with older people, or in the home of someone they hardly know.",
        "They will not say who sent them.",
    ),
    may_also_mean=(
        "They may have been there for reasons of their own.",
        "They may have been in the wrong place at the wrong time.",
    ),
    ask=(
        "How did you come to be there?",
        "Who knew where you would be?",
        "What may happen to you when you go back?",
    ),
    do_now=(
        "Treat them as a possible victim first.",
        "Are they under 18? Tell children's social care where they were found and where they live.",
        (
            "Tell the police if you think that someone used them. There is a defence in law for adults who were "
            "made to break it, and for children who broke it because they were used: section 45 of the Modern "
            "Slavery Act 2015. It does not cover every crime."
        ),
        (
            "Drugs or cash that were taken from them may be called a debt. Ask who may come for it, "
            "and tell the police."
        ),
    ),
    source=f"{PACE}; {SECTION_45}; {TERMS}",
)
