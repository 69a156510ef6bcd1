"""Faults planted into made-up bulletins, one of each kind, and bulletins that are clean."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from bulletin.bulletins_made import (
    TEMPLATES,
    american,
    committee,
    ellipsis,
    labels,
    programme,
    release,
    short_news,
    thread,
    tweet,
)
from bulletin.sentences_made import EXTRAS, exact, off
from bulletin.weeks_told import FORCES, Week, week


@dataclass(frozen=True, kw_only=True)
class Planted:
    """Texts, with one fault or none."""

    texts: tuple[str, ...]
    published: tuple[date, ...]


def clean(rng: Random) -> Planted:
    """Return a bulletin without a fault, with two paragraphs in which others have one."""
    w = _hedged(rng, week(rng))
    more = "\n\n".join(EXTRAS[kind](rng, w, True) for kind in rng.sample(sorted(EXTRAS), 2))
    return Planted(texts=(rng.choice(TEMPLATES)(w, w, more),), published=(w.published,))


def clean_pair(rng: Random) -> Planted:
    """Return two bulletins on one week that agree, or on two weeks, or of two forces."""
    w = week(rng)
    another = rng.choice([f for f in FORCES if f != w.force])
    other = rng.choice(
        (w, replace(week(rng), force=w.force), replace(week(rng), force=another, start=w.start))
    )
    one, two = rng.sample(TEMPLATES, 2)
    texts = (one(w, w, ""), two(_hedged(rng, other), other, ""))
    return Planted(texts=texts, published=(w.published, other.published))


def _hedged(rng: Random, w: Week) -> Week:
    """Return the week with true hedges on top of its text, or none."""
    arrests = rng.choice(
        ("", f"more than {w.arrests // 10 * 10 - 10}", f"nearly {w.arrests // 10 * 10 + 10}")
    )
    cash = rng.choice(
        ("", f"more than £{w.cash // 1000 * 1000:,}", f"almost £{w.cash // 1000 * 1000 + 1000:,}")
    )
    return replace(w, arrests_said=arrests, cash_said=cash)


def _in_a_sentence(kind: str) -> Callable[[Random], Planted]:
    def plant(rng: Random) -> Planted:
        w = week(rng)
        more = EXTRAS[kind](rng, w, False)
        return Planted(texts=(rng.choice(TEMPLATES)(w, w, more),), published=(w.published,))

    return plant


def rounding(rng: Random) -> Planted:
    w = week(rng)
    way = rng.randrange(3)
    if way == 0:
        top = replace(w, arrests_said=f"more than {w.arrests // 10 * 10 + 10}")
    elif way == 1:
        top = replace(w, arrests_said=f"nearly {(w.arrests - 1) // 10 * 10}")
    else:
        top = replace(w, cash_said=f"over £{w.cash // 1000 * 1000 + 1000:,}")
    more = exact(rng, w, True) if way < 2 else f"In all, £{w.cash:,} in cash was seized."
    template = rng.choice(
        [t for t in TEMPLATES if top.pounds in t(top, top, "") and top.arrested in t(top, top, "")]
    )
    return Planted(texts=(template(top, top, more),), published=(w.published,))


def weekday(rng: Random) -> Planted:
    w = replace(week(rng), shift=rng.choice((-2, -1, 1, 2)))
    template = rng.choice((release, short_news, american, committee, programme))
    return Planted(texts=(template(w, w, ""),), published=(w.published,))


def period_name(rng: Random) -> Planted:
    w = replace(week(rng), days=rng.choice((5, 8, 9, 10, 12, 0, -3)))
    # a period that ends before it starts must not run over a month's end, where it could be a year
    w = replace(w, start=w.start.replace(day=10)) if w.days < 1 else w
    template = rng.choice((labels, tweet, committee, ellipsis, programme, thread, release))
    return Planted(texts=(template(w, w, ""),), published=(w.published,))


def drift(rng: Random) -> Planted:
    w = week(rng)
    gone = replace(w, closed="disrupted")
    way = rng.randrange(4)
    if way == 0:
        template = rng.choice((release, programme))
        gone_by = f"In all, {w.lines} lines were disrupted."
        text = template(w, w, gone_by)
        texts = (text.replace(f" lines and made {30 * w.arrests + 3:,} arrests", " and more"),)
    elif way == 1:
        texts = (f"{w.arrests} people charged in raids on county lines\n\n{short_news(w, w, '')}",)
    elif way == 2:
        texts = (
            f"{w.force} safeguards {w.safeguarded} people in county lines week\n\nThe week ran from {w.dates}.\n\n"
            f"Officers spoke to {w.safeguarded} people and executed {w.warrants} warrants.",
        )
    else:
        one, two = rng.sample([t for t in TEMPLATES if f"{w.closed} {w.lines}" in t(w, w, "")], 2)
        texts = (one(w, w, ""), two(gone, gone, ""))
    return Planted(texts=texts, published=(w.published,) * len(texts))


def two_reports(rng: Random) -> Planted:
    w = week(rng)
    other = rng.choice(
        (
            replace(w, arrests=off(rng, w.arrests)),
            replace(w, lines=off(rng, w.lines)),
            replace(w, cash=w.cash + 10_000 * rng.randrange(2, 9)),
        )
    )
    changed = [t for t in TEMPLATES if t(w, w, "") != t(other, other, "")]
    one, two = rng.sample([t for t in changed if t is not programme], 2)
    return Planted(texts=(one(w, w, ""), two(other, other, "")), published=(w.published, other.published))


def moved(rng: Random) -> Planted:
    w = week(rng)
    force = rng.choice([f for f in FORCES if f != w.force])
    if rng.random() < 0.7:
        other = replace(week(rng), force=force, start=w.start)
    else:
        other = replace(week(rng), start=w.start + timedelta(weeks=rng.randrange(10, 40)), force=w.force)
    n = rng.randrange(1_001, 9_998) // 10 * 10 + rng.randrange(1, 10)
    what = rng.choice((f"Officers seized {n:,} cannabis plants.", f"Officers seized {n:,} wraps of heroin."))
    one, two = rng.sample(TEMPLATES, 2)
    return Planted(texts=(one(w, w, what), two(other, other, what)), published=(w.published, other.published))


def definitions(rng: Random) -> Planted:
    w = week(rng)
    other = replace(w, closed=rng.choice(("dismantled", "broken up", "deactivated")))
    passive = [
        t for t in TEMPLATES if f" {other.closed}" in t(other, other, "") and other.closed != "broken up"
    ]
    one = rng.choice([t for t in TEMPLATES if " closed" in t(w, w, "")])
    two = rng.choice([t for t in passive or (labels, ellipsis, short_news) if t is not one])
    return Planted(texts=(one(w, w, ""), two(other, other, "")), published=(w.published, other.published))


def forces_and_region(rng: Random) -> Planted:
    numbers = [rng.randrange(20, 120) for _ in range(3)]
    forces = rng.sample(FORCES, 3)
    region = rng.choice(("North East", "North West", "South West", "East Midlands"))
    each = " ".join(f"{force} made {n} arrests." for force, n in zip(forces, numbers, strict=True))
    total = sum(numbers) - rng.randrange(1, 9)
    w = week(rng)
    text = f"{total} people were arrested in the {region} in a week of action ({w.dates}).\n\n{each}"
    return Planted(texts=(text,), published=(w.published,))


PLANTS: Mapping[str, Callable[[Random], Planted]] = {
    **{kind: _in_a_sentence(kind) for kind in EXTRAS},
    "rounding": rounding,
    "weekday": weekday,
    "period_name": period_name,
    "drift": drift,
    "two_reports": two_reports,
    "moved": moved,
    "definitions": definitions,
    "forces_and_region": forces_and_region,
}
"""What plants a fault, by the rule that should find it."""
