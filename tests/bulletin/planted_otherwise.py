"""Faults planted in other words than `bulletin.planted`: hand-made texts around them, other dates, other publishers."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from random import Random

from bulletin.bulletins_made import TEMPLATES
from bulletin.planted import Planted
from bulletin.sentences_made import off
from bulletin.sentences_otherwise import OTHERWISE
from bulletin.weeks_told import FORCES, Week, week


def _in_a_paragraph(kind: str) -> Callable[[Random], Planted]:
    def plant(rng: Random) -> Planted:
        w = week(rng)
        more = OTHERWISE[kind](rng, w, False)
        return Planted(texts=(rng.choice(TEMPLATES)(w, w, more),), published=(w.published,))

    return plant


def clean_otherwise(rng: Random) -> Planted:
    """Return a bulletin with two true paragraphs in other words."""
    w = week(rng)
    more = "\n\n".join(OTHERWISE[kind](rng, w, True) for kind in rng.sample(sorted(OTHERWISE), 2))
    return Planted(texts=(rng.choice(TEMPLATES)(w, w, more),), published=(w.published,))


def _one(w: Week, *paragraphs: str) -> Planted:
    return Planted(texts=("\n\n".join(paragraphs),), published=(w.published,))


def rounding(rng: Random) -> Planted:
    w = week(rng)
    # a round number would fit its hedge, or be rounded itself
    w = replace(w, arrests=w.arrests + (w.arrests % 10 == 0), class_a=w.class_a + (w.class_a % 10 == 0))
    above = rng.choice(("over", "upwards of", "in excess of", "more than", "at least"))
    near = rng.choice(("nearly", "almost", "just under", "close to"))
    up, down = w.arrests // 10 * 10 + 10, (w.arrests - 1) // 10 * 10
    kilos = (w.class_a + 2) // 10 + 1
    return _one(
        w,
        *rng.choice(
            (
                (f"{w.force} has made {up}+ arrests in its county lines week.", f"- {w.arrests} arrests"),
                (
                    f"{up}+ people arrested in raids",
                    f"{w.force} arrested {w.arrests} people from {w.weekdays}.",
                ),
                (
                    f"{w.force} arrested {above} {up} people in a week of action.",
                    f"The {w.arrests} people arrested are aged between 15 and 61.",
                ),
                (f"Of {w.arrests} arrests made by {w.force}, most were in towns.", f"Arrests: {near} {down}"),
                (
                    f"{w.force} seized {above} {kilos}kg of Class A drugs in the week.",
                    f"Seized:\n- {w.a} of Class A drugs\n- {w.knives} knives",
                ),
                (
                    f"{w.force}'s week took {above} £{w.cash // 1000 + 1}k in cash off the streets.",
                    f"Cash seized: £{w.cash:,}",
                ),
                (
                    f"{near.capitalize()} {(w.safeguarded - 1) // 10 * 10} people were safeguarded by {w.force}.",
                    f"Between {w.dates.replace(' to ', ' and ')} the force safeguarded {w.safeguarded} people.",
                ),
            )
        ),
    )


def weekday(rng: Random) -> Planted:
    w = week(rng)
    day = w.start + timedelta(days=rng.randrange(7))
    wrong = day + timedelta(days=rng.choice((-3, -2, -1, 1, 2, 3)))
    long, short, n = f"{wrong:%A}", f"{wrong:%a}", day.day
    nth = f"{n}{'th' if 10 < n < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"
    text = rng.choice(
        (
            f"A raid on {long}, {n} {day:%B} {day.year} led to three arrests.",
            f"A raid on {long} the {nth} of {day:%B} led to three arrests.",
            f"A raid on {long} {nth} {day:%B} led to three arrests.",
            f"A raid on {short} {n} {day:%b} {day.year} led to three arrests.",
            f"A raid on {long}, {day:%B} {nth}, led to three arrests.",
            f"A raid on {long} ({n} {day:%B}) led to three arrests.",
            f"A raid on {n} {day:%B} {day.year} ({long}) led to three arrests.",
            f"A raid on {long} {n:02}/{day:%m}/{day.year} led to three arrests.",
            f"On {n} {day:%B}, a {long}, a raid led to three arrests.",
            f"{long} {n} {day:%b}: three arrests in a raid.",
        )
    )
    return _one(w, f"{w.force} arrested {w.arrests} people in its county lines week.", text)


def period_name(rng: Random) -> Planted:
    w = week(rng)
    start = w.start.replace(day=rng.randrange(1, 6))

    def to(days: int) -> str:
        end = start + timedelta(days=days - 1)
        month = "" if end.month == start.month else f" {start:%B}"
        return f"{start.day}{month} to {end.day} {end:%B %Y}"

    n = rng.choice((3, 4, 10, 12))
    text = rng.choice(
        (
            f"The week of action ({to(n)}) was the third this year.",
            f"During the week-long operation, from {to(n)}, officers searched homes.",
            f"The fortnight of action, {to(rng.choice((8, 10, 19)))}, was the first of its kind.",
            f"Over five days, from {to(rng.choice((3, 7, 8)))}, officers searched homes.",
            f"The ten-day operation ran from {to(rng.choice((7, 8, 14)))}.",
            f"Results for the week {to(n)} are below.",
            f"Officers worked through the weekend of {to(rng.choice((5, 6, 7)))}.",
            f"The two-week campaign ({to(rng.choice((7, 10, 20)))}) ended on a high.",
            f"The month-long campaign, {to(rng.choice((10, 14, 20)))}, ended on a high.",
            f"The operation ran from {to(n)}, a week in all.",
            f"The operation ran for seven days, from {to(n)}.",
        )
    )
    return _one(w, f"{w.force} arrested {w.arrests} people and closed {w.lines} lines.", text)


def drift(rng: Random) -> Planted:
    w = week(rng)
    f, n = w.force, w.safeguarded
    one, two = rng.choice(
        (
            (
                f"{f} shuts {w.lines} drug lines",
                f"In the week of action {w.lines} county lines were disrupted.",
            ),
            (
                f"{f} closed {w.phones} county lines",
                f"Officers seized {w.phones} mobile phones used by dealers.",
            ),
            (f"{w.arrests} charged after {f} raids", f"The week of action led to {w.arrests} arrests."),
            (
                f"{f}: {n} people safeguarded",
                f"Officers identified {n} vulnerable people in the week of action.",
            ),
            (
                f"{f} safeguards {n} people",
                f"In all {n} safeguarding referrals were made in the week of action.",
            ),
            (
                f"{f} safeguards {n} people",
                f"Officers engaged with {n} people at risk in the week of action.",
            ),
            (
                f"{w.weapons} knives seized by {f}",
                f"The force seized {w.weapons} weapons in the week of action.",
            ),
            (f"{f} convicts {w.charged} dealers", f"In the week {w.charged} people were charged."),
            (
                f"{f}: {w.visits} cuckooed homes found",
                f"Officers made {w.visits} cuckooing visits in the week.",
            ),
        )
    )
    if rng.random() < 0.6:
        return _one(w, one, f"The results of the week ({w.dates}) are out.", two)
    first, second = (
        f"{f} published its results for the week of {w.dates}. {said}" for said in (one + ".", two)
    )
    return Planted(texts=(first, second), published=(w.published, w.published))


def two_reports(rng: Random) -> Planted:
    w = week(rng)
    arrests, lines = off(rng, w.arrests), off(rng, w.lines)
    a, b = rng.choice(
        (
            (f"arrested {w.arrests} people", f"{arrests} arrests"),
            (f"seized £{w.cash:,} in cash", f"cash of £{w.cash // 2:,}"),
            (f"closed {w.lines} lines", f"{lines} county lines closed"),
            (f"seized {w.knives} knives", f"{w.knives + 9} knives seized"),
            ("seized 33.8kg of Class B drugs", "8kg of Class B drugs seized"),
            (f"executed {w.warrants} warrants", f"{w.warrants + 1} warrants executed"),
            (f"safeguarded {w.safeguarded} people", f"{w.safeguarded - 9} people safeguarded"),
        )
    )
    texts = (
        f"{w.force} {a} in its county lines week, which ran from {w.weekdays}.",
        f"County lines: the week in numbers\n\n{w.force} has published its results for {w.dates}:\n- {b}",
    )
    return Planted(texts=texts, published=(w.published, w.published + timedelta(days=1)))


def moved(rng: Random) -> Planted:
    w = week(rng)
    force = rng.choice([f for f in FORCES if f != w.force])
    n = rng.randrange(101, 999)
    n += n % 10 == 0
    a, b = rng.choice(
        (
            (f"arrested {n} people", f"{n} arrests"),
            (f"seized {n} knives", f"{n} knives seized"),
            (f"seized {n} mobile phones", f"{n} phones seized"),
            (f"safeguarded {n} people", f"{n} people were safeguarded"),
            (f"seized £{n},250 in cash", f"£{n},250 in cash was seized"),
        )
    )
    way = rng.randrange(3)
    when, published = w.dates, w.published
    if way == 0:
        who, place, other = force, "", ""
    elif way == 1:
        who, place, other = w.force, " in Ambleford", " in Thornwick"
    else:
        late = replace(w, start=w.start + timedelta(weeks=rng.randrange(12, 60)))
        who, place, other, when, published = w.force, "", "", late.dates, late.published
    texts = (
        f"{w.force} {a}{place} in the week from {w.dates}.",
        f"{who} published the results of its week of action ({when}). The force says: {b}{other}.",
    )
    return Planted(texts=texts, published=(w.published, published))


def definitions(rng: Random) -> Planted:
    w = week(rng)
    n, people = w.lines, w.safeguarded
    a, b = rng.choice(
        (
            (f"closed {n} lines", f"{n} county lines dismantled"),
            (f"shut {n} lines", f"{n} drug lines taken out"),
            (f"closed {n} lines", f"{n} drug lines smashed"),
            (f"closed {n} lines", f"{n} deal lines deactivated"),
            (f"closed {n} lines", f"{n} county lines seized"),
            (f"safeguarded {people} people", f"{people} people supported"),
            (f"charged {w.charged} people", f"{w.charged} people put before the courts"),
        )
    )
    texts = (
        f"{w.force} {a} in the week from {w.dates}.",
        f"{w.force} has published its results for {w.dates}.\n\n- {b}\n- {w.knives} knives seized",
    )
    return Planted(texts=texts, published=(w.published, w.published))


def forces_and_region(rng: Random) -> Planted:
    w = week(rng)
    forces, numbers = rng.sample(FORCES, 3), [rng.randrange(20, 120) for _ in range(3)]
    total = sum(numbers) - rng.randrange(1, 15)
    region = rng.choice(("North East", "North West", "South West", "East Midlands", "Eastern region"))
    each = list(zip(forces, numbers, strict=True))
    texts = (
        f"Across the {region} forces made {total} arrests in the week from {w.dates}.\n\n"
        + "\n\n".join(f"{force} arrested {n} people and closed {n // 9 + 2} lines." for force, n in each),
        f"In the {region}, {total} people were safeguarded in the county lines week ({w.dates}).\n\n"
        + " ".join(f"{force} safeguarded {n} people." for force, n in each),
        f"{region}: {total} arrests in a week\n\nThe forces of the {region} made {total} arrests from {w.dates}. "
        + "; ".join(f"{force} made {n} arrests" for force, n in each)
        + ".",
    )
    return Planted(texts=(rng.choice(texts),), published=(w.published,))


PLANTS_OTHERWISE: Mapping[str, Callable[[Random], Planted]] = {
    **{kind: _in_a_paragraph(kind) for kind in OTHERWISE},
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
