"""The indicators: what somebody may notice, what else it may be, what to ask, what to do, and who says so."""

from collections.abc import Sequence

from clewline.safeguarding import guide
from clewline.safeguarding.indicator import KINDS, Indicator
from pages.markdown import finish, head, table


def page() -> str:
    """Return the page."""
    lines = head(
        "Indicators of exploitation",
        "An indicator is a sign that somebody may be exploited: what a person may notice, and no finding. Each has a "
        "file of its own in `src/clewline/safeguarding/indicators/`. The site shows them to anyone at `/guide/`, and "
        "[`clewline indicators`](commands.md#clewline-indicators) prints them.",
        " ".join(guide.JUDGEMENT),
    )
    lines += table(
        ["indicator", "kind", "title"],
        (
            [f"[`{one.name}`](#{one.name})", one.kind, one.title]
            for some in guide.by_kind().values()
            for one in some
        ),
    )
    lines += ["## What to do now, whatever the sign", "", *_list(guide.NOW)]
    lines += ["## What not to do", "", *_list(guide.NEVER)]
    for kind, some in guide.by_kind().items():
        lines += [f"## {KINDS[kind]} {{ #{kind} }}", ""]
        for one in some:
            lines += _indicator(one)
    return finish(lines)


def _indicator(one: Indicator) -> list[str]:
    lines = [f"### {one.title} {{ #{one.name} }}", "", f"`{one.name}`", ""]
    for title, sentences in (
        ("What you may see", one.signs),
        ("What else it may be", one.may_also_mean),
        ("What to ask", one.ask),
        ("What to do now", one.do_now),
    ):
        lines += [f"**{title}**", "", *_list(sentences)]
    return [*lines, f"Source: {one.source}", ""]


def _list(sentences: Sequence[str]) -> list[str]:
    return [*(f"- {sentence}" for sentence in sentences), ""]
