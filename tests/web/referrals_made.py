"""Referrals of a made-up child to several partners."""

from dataclasses import replace

from site_made import CASE

from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger

RECORD = """
p1: on 2023-03-01 person kent/21, force kent, number 21, family name Plover, given names Jo, born 2008-05-06
q1: on 2023-03-04 safeguarding referral R-21, force kent, person kent/21, age 14, partner Harbour Trust, line L-99
q2: on 2023-03-05 safeguarding referral R-22, force kent, person kent/21, partner Other House
q3: on 2023-03-06 safeguarding referral R-23, force kent, person kent/21, partner harbour  TRUST
q5: on 2023-03-07 safeguarding referral R-25, force kent, person kent/21, age 14, partner Metropolitan
q4: on 2023-03-06 safeguarding referral R-24, force kent, person kent/21, partner Harbour Trust South
"""


def record(text: str) -> None:
    ledger.append(
        [
            replace(entry, case=CASE, id=f"{CASE}-{entry.id}", source=Statement("Moss"), batch=None)
            for entry in read_notation(text)
        ]
    )
