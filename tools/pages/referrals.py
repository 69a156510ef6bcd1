"""The states of a referral, from `safeguarding/referral.py`, and what may be shared, from `safeguarding/shared.py`."""

from clewline.output.referral_diagram import referral_diagram
from clewline.safeguarding.referral import BY_PARTNER, OUTCOMES, TRANSITIONS, State
from clewline.safeguarding.shared import FIELDS
from pages.markdown import finish, head, table


def drawing() -> str:
    """Return the drawing."""
    return referral_diagram()


def page() -> str:
    """Return the page."""
    lines = head(
        "Referrals",
        "Where a referral stands is told from its entries. What may be done in each state is one table; the pages, the "
        "tests and this drawing are made from it.",
        "[Work with partners](../how-to/work-with-partners.md) says how it is used.",
    )
    lines += [
        "![The states of a referral and the acts that lead from one to another; the table says the same]"
        "(referrals.svg)",
        "",
    ]
    lines += ["## What may be done", ""]
    rows = [
        (
            state.value,
            ", ".join(act.value for act in TRANSITIONS[state] if act in BY_PARTNER) or "nothing",
            ", ".join(act.value for act in TRANSITIONS[state] if act not in BY_PARTNER) or "nothing",
            OUTCOMES.get(state, ""),
        )
        for state in State
    ]
    lines += table(["state", "by the partner", "by the case's people", "what the referrer may be told"], rows)
    lines += ["A reply needs a question of the partner that is open.", "", "## What may be shared", ""]
    lines += table(["field", "what it tells"], ((one.label, one.hint) for one in FIELDS.values()))
    return finish(lines)
