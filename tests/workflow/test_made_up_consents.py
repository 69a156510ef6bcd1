"""The made-up adults are referred to the national mechanism because they were asked before: nothing else says so."""

from datetime import UTC, datetime, timedelta

import pytest

from clewline.simulate import default_margins, simulate
from clewline.workflow.intake import take_in
from clewline.workflow.taking import Outcome

AT = datetime(2026, 11, 1, tzinfo=UTC)
CONSENTS, EVENTS = "lighthouse_kent_consents.csv", "lighthouse_kent_safeguarding_events.csv"


@pytest.mark.slow
def test_an_adult_s_referral_stands_on_the_consent_that_came_before(embedded: str) -> None:
    files = {file.name: file.content for file in simulate(default_margins())}
    names = list(files)
    assert names.index(CONSENTS) < names.index(EVENTS) and sorted((EVENTS, CONSENTS)) == [CONSENTS, EVENTS]

    def intake(name: str, *, minutes: int, dry_run: bool = False) -> Outcome:
        at = AT + timedelta(minutes=minutes)
        return take_in(files[name], file=name, case="K1", by="Moss", at=at, dry_run=dry_run)

    def unasked(outcome: Outcome) -> int:
        return sum(one.rule == "nrm-consent" for one in outcome.problems)

    alone = intake(EVENTS, minutes=1, dry_run=True)
    intake(CONSENTS, minutes=2)
    after = intake(EVENTS, minutes=3)
    assert unasked(alone) > 10 and unasked(after) == 0
    assert after.account.entries == alone.account.entries + unasked(alone)
