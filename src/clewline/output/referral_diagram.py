"""The states of a referral as a drawing: which act leads from one to another, and whose it is, as the table says."""

from collections.abc import Iterator
from html import escape

from clewline.safeguarding.referral import BY_PARTNER, TRANSITIONS, Act, State

WIDE, HIGH = 150, 54
"""Size of a state's box, in units of the drawing."""
ACROSS, DOWN = 1190, 600
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
    "text{font-family:sans-serif;font-size:14px;fill:#0b0c0c}"
    "text.act,text.under{text-anchor:middle}text.under{stroke:#fff;stroke-width:6;stroke-linejoin:round;fill:#fff}"
    "rect{fill:#fff;stroke:#0b0c0c;stroke-width:1.5}rect.closed{fill:#f3f2f1;stroke-width:3}"
    "path{fill:none;stroke:#0b0c0c;stroke-width:1.5}path.case{stroke-dasharray:9 4}"
)


def referral_diagram() -> str:
    """Return the drawing as SVG."""
    said = "The states of a referral, and which act leads from one to another."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {ACROSS} {DOWN}" role="img" aria-label="{escape(said)}">'
        f"<title>The states of a referral</title><style>{_STYLE}</style>"
        '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0L10 5L0 10z" style="fill:#0b0c0c"/></marker></defs>'
        f'<rect x="0" y="0" width="{ACROSS}" height="{DOWN}" style="stroke:none"/>'
        + "".join([*_edges(), *_boxes(), *_legend(490)])
        + "</svg>\n"
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
    for state, (x, y) in _AT.items():
        kind = ' class="closed"' if state in marked else ""
        yield f'<rect{kind} x="{x - WIDE // 2}" y="{y - HIGH // 2}" width="{WIDE}" height="{HIGH}"/>'
        words = state.value.capitalize().split(" with ")
        for n, line in enumerate(words):
            at = y + 5 + (n - (len(words) - 1) / 2) * 18
            yield f'<text x="{x}" y="{at:g}" text-anchor="middle">{escape(("with " if n else "") + line)}</text>'


def _edges() -> Iterator[str]:
    for start, end, act in leading():
        (x1, y1), (x2, y2) = _AT[start], _AT[end]
        # Each is bent to its own right, so that two that lead to and fro lie side by side.
        bend = _BENT.get((start, end), 0.12) * 0.5
        middle_x, middle_y = (x1 + x2) / 2 - (y2 - y1) * bend, (y1 + y2) / 2 + (x2 - x1) * bend
        from_x, from_y = _border(x1, y1, middle_x, middle_y)
        to_x, to_y = _border(x2, y2, middle_x, middle_y)
        kind = "" if act in BY_PARTNER else ' class="case"'
        yield (
            f'<path{kind} d="M{from_x:.0f} {from_y:.0f}Q{middle_x:.0f} {middle_y:.0f} {to_x:.0f} {to_y:.0f}" '
            'marker-end="url(#head)"/>'
        )
        along = _NAMED_AT.get((start, end), 0.46)
        x = (1 - along) ** 2 * from_x + 2 * along * (1 - along) * middle_x + along**2 * to_x
        y = (1 - along) ** 2 * from_y + 2 * along * (1 - along) * middle_y + along**2 * to_y
        for kind in ("under", "act"):
            yield f'<text class="{kind}" x="{x:.0f}" y="{y + 5:.0f}">{escape(act.value)}</text>'


def _border(x: float, y: float, to_x: float, to_y: float) -> tuple[float, float]:
    """Return where the line from the middle of a box towards a point leaves the box."""
    across, down = to_x - x, to_y - y
    part = min(
        (WIDE / 2 + 2) / abs(across) if across else float("inf"),
        (HIGH / 2 + 2) / abs(down) if down else float("inf"),
    )
    return x + across * part, y + down * part


def _legend(top: int) -> Iterator[str]:
    for n, (kind, words) in enumerate(
        (
            ("", "the body to whom somebody was referred does it"),
            (' class="case"', "the people of the case from which they were referred do it"),
        )
    ):
        y = top + 26 * n
        yield f'<path{kind} d="M24 {y}L84 {y}" marker-end="url(#head)"/><text x="96" y="{y + 5}">{words}</text>'
    y = top + 52
    yield f'<rect class="closed" x="24" y="{y - 9}" width="60" height="18"/>'
    words = "the people of the case may close it: the referrer is told that nothing more comes of it"
    yield f'<text x="96" y="{y + 5}">{words}</text>'
