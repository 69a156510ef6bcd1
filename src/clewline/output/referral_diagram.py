"""The states of a referral as a drawing: which act leads from one to another, and whose it is, as the table says."""

from collections.abc import Iterator
from html import escape

from clewline.output.state_diagram import (
    PATH,
    RECT,
    ROW,
    TEXT,
    Size,
    bent,
    box,
    drawing,
    key_of_box,
    key_of_line,
    line,
)
from clewline.safeguarding.referral import BY_PARTNER, TRANSITIONS, Act, State

BOX = Size(150, 54)
"""Size of a state's box, in units of the drawing."""
_AT = {
    State.SENT: (100, 150),
    State.ASKED: (320, 60),
    State.REPLIED: (320, 250),
    State.ACCEPTED: (570, 150),
    State.RETURNED: (570, 420),
    State.HELPED: (870, 60),
    State.ENDED: (1090, 60),
    State.UNHELPED: (870, 250),
    State.TOLD: (1090, 420),
}
"""Middle of each state's box."""
_BENT = {
    (State.SENT, State.RETURNED): 0.62,
    (State.SENT, State.ACCEPTED): 0.0,
    (State.ASKED, State.REPLIED): 0.5,
    (State.REPLIED, State.ASKED): 0.5,
}
"""How far a line leaves the straight one, in parts of half its length; the others bend a little."""
_NAMED_AT = {(State.SENT, State.ACCEPTED): 0.75}
"""Where along its line an act is named, in parts of it; the others a little before the middle, since lines to one state
come together at their ends.
"""
_STYLE = (
    f"{TEXT}text.act,text.under{{text-anchor:middle}}"
    "text.under{stroke:#fff;stroke-width:6;stroke-linejoin:round;fill:#fff}"
    f"{RECT}rect.closed{{fill:#f3f2f1;stroke-width:3}}{PATH}path.case{{stroke-dasharray:9 4}}"
)


def referral_diagram() -> str:
    """Return the drawing as SVG."""
    return drawing(
        [*_edges(), *_boxes(), *_key(490)],
        size=Size(1190, 600),
        title="The states of a referral",
        said="The states of a referral, and which act leads from one to another.",
        style=_STYLE,
    )


def leading() -> Iterator[tuple[State, State, Act]]:
    """Yield each two states of which an act leads from the first to the second, with the act; closing is drawn as a
    mark of the states in which it may be done.
    """
    for state, some in TRANSITIONS.items():
        for act, target in some.items():
            if target is not state and act is not Act.CLOSE:
                yield state, target, act


def closing() -> frozenset[State]:
    """Return the states in which a referral may be closed."""
    return frozenset(state for state, some in TRANSITIONS.items() if Act.CLOSE in some)


def _boxes() -> Iterator[str]:
    marked = closing()
    for state, at in _AT.items():
        first, *more = state.value.capitalize().split(" with ")
        words = [first, *(f"with {one}" for one in more)]
        yield box(at, BOX, words, kind="closed" if state in marked else "")


def _edges() -> Iterator[str]:
    for start, end, act in leading():
        at = bent(_AT[start], _AT[end], BOX, _BENT.get((start, end), 0.12))
        yield line(at, kind="" if act in BY_PARTNER else "case")
        x, y = at.along(_NAMED_AT.get((start, end), 0.46))
        for kind in ("under", "act"):
            yield f'<text class="{kind}" x="{x:.0f}" y="{y + 5:.0f}">{escape(act.value)}</text>'


def _key(top: int) -> Iterator[str]:
    yield key_of_line(top, "the body to whom somebody was referred does it")
    yield key_of_line(top + ROW, "the people of the case from which they were referred do it", kind="case")
    words = "the people of the case may close it: the referrer is told that nothing more comes of it"
    yield key_of_box(top + 2 * ROW, words, kind="closed")
