"""What was taken, by weight, worth and number, in turns of phrase. All sentences and figures are invented."""

import pytest

from bulletin.read.stories import told

GOODS = [
    # the drug of one number is that of its neighbour
    (
        "Officers seized 500g and 32 wraps of ketamine.",
        ["drugs_seized_weight 500 g (drug=ketamine)", "drugs_seized_count 32 wraps (drug=ketamine)"],
    ),
    (
        "Officers seized 47 grams of heroin and over 85 wraps.",
        ["drugs_seized_weight 47 g (drug=heroin)", "drugs_seized_count >=85 wraps (drug=heroin)"],
    ),
    # the drug stands before its weight
    (
        "Seized\n\nCrack cocaine, 90g\nHeroin, 12g",
        ["drugs_seized_weight 90 g (drug=crack cocaine)", "drugs_seized_weight 12 g (drug=heroin)"],
    ),
    ("Officers seized cocaine weighing 2.99kg.", ["drugs_seized_weight 2.99 kg (drug=cocaine)"]),
    ("Officers seized parcels weighing 2.99kg.", ["drugs_seized_weight 2.99 kg"]),
    ("Officers seized a machete weighing 2kg.", []),
    ("Officers seized a haul weighing 2.99kg.", ["drugs_seized_weight 2.99 kg"]),
    # worth
    (
        "Officers seized 19.5g of heroin (£2,415) and phones.",
        ["drugs_seized_weight 19.5 g (drug=heroin)", "drugs_seized_value 2415 GBP (drug=heroin)"],
    ),
    (
        "Class A drugs (heroin and crack) worth £39,000 were seized.",
        ["drugs_seized_value 39000 GBP (drug_class=A)"],
    ),
    ("Drugs (of 3 sorts) worth £39,000 were seized.", ["drugs_seized_value 39000 GBP"]),
    ("Drugs and some more) worth £39,000 were seized.", ["drugs_seized_value 39000 GBP"]),
    (
        "Police seized more than an estimated £4 million of cocaine.",
        ["drugs_seized_value >=4000000 GBP (drug=cocaine)"],
    ),
    # devices
    ("Officers seized 12 tracking devices.", ["other_items_seized 12 items (item=tracking device)"]),
    ("Officers seized 12 USB devices.", ["other_items_seized 12 items (item=USB device)"]),
    # of neither alone
    ("They were charged with 139 drug and human trafficking offences.", ["charges 139 charges"]),
    ("12 vulnerable children under the age of 18 were safeguarded.", ["children_safeguarded 12 people"]),
]


@pytest.mark.parametrize(("text", "claims"), GOODS, ids=[text[:60] for text, _ in GOODS])
def test_goods_are_read_as(text: str, claims: list[str]) -> None:
    assert told(text) == claims
