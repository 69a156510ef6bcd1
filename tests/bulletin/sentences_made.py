"""Paragraphs for made-up bulletins: each true of its week, or with one fault of a kind."""

from collections.abc import Callable, Mapping
from random import Random

from bulletin.weeks_told import Week

Extra = Callable[[Random, Week, bool], str]
"""Makes a paragraph for a week's text: right, or with a fault."""

_WORDS = ("one", "two", "three", "four")


def off(rng: Random, n: int) -> int:
    """Return another number near `n`."""
    return n + rng.choice((-1, 1)) * rng.randrange(2, 10)


def parts(rng: Random, w: Week, right: bool) -> str:
    women = w.women if right else off(rng, w.women)
    adults = w.adults if right else off(rng, w.adults)
    b = w.b if right else f"{(w.class_b + rng.choice((-30, 30))) / 10:g}kg"
    return rng.choice(
        (
            f"The {w.arrests} people arrested were made up of {w.men} men and {women} women.",
            f"{w.force} safeguarded {w.safeguarded} people: {w.children} children and {adults} adults.",
            f"{w.both} of drugs was seized, made up of {w.a} of Class A drugs and {b} of Class B drugs.",
            f"Officers arrested {w.arrests} people, {w.men} men and {women} women.",
            f"Officers arrested {w.arrests} people: {w.men} men and {women} women.",
            f"- {w.safeguarded} people safeguarded ({w.children} children and {adults} adults)",
        )
    )


def overlap(rng: Random, w: Week, right: bool) -> str:
    total = w.safeguarded if right else w.safeguarded + w.children
    return rng.choice(
        (
            f"The force safeguarded {w.safeguarded} people, including {w.children} children. In total, {total} people "
            "were safeguarded.",
            f"{w.safeguarded} people were safeguarded, among them {w.children} children. That makes {total} people "
            "safeguarded in all.",
        )
    )


def arithmetic(rng: Random, w: Week, right: bool) -> str:
    before = rng.randrange(w.arrests // 2, w.arrests - 8)
    lines = rng.randrange(w.lines // 2, w.lines - 3)
    wrong = 0 if right else rng.choice((-1, 1)) * rng.randrange(4, 9)
    rise = round(100 * (w.arrests - before) / before) + wrong
    more = round(100 * (w.lines - lines) / lines) + wrong
    share = round(100 * w.charged / w.arrests) + wrong
    active = 2 * rng.randrange(30, 90)
    half = active // 2 + (0 if right else 12)
    return rng.choice(
        (
            f"Arrests were up {rise} per cent, from {before} to {w.arrests}.",
            f"The number of lines {w.closed} rose from {lines} to {w.lines}, an increase of {more}%.",
            f"The force made {w.arrests} arrests, up {rise}% on the {before} made last autumn.",
            f"{w.charged} of the {w.arrests} people arrested ({share}%) have been charged.",
            f"The force made {w.arrests} arrests, {w.arrests - before + wrong} more than last year's {before}.",
            f"The number of lines running into the county has halved, from {active} to {half}.",
            f"In all {w.arrests} people were arrested. That is {rise}% more than the {before} arrested last spring.",
            f"In all {w.arrests} people were arrested. It compares with {before} arrests last year, a rise of {rise}%.",
            f"In all {w.arrests} people were arrested, of whom {w.charged} ({share}%) have been charged.",
            f"Of the {w.arrests} people arrested, {w.charged} ({share} per cent) have been charged.",
            f"In all {w.arrests} people were arrested. {w.charged} have been charged, {share}% of those arrested.",
        )
    )


def base(rng: Random, w: Week, right: bool) -> str:
    n = rng.randrange(71, 98)
    return rng.choice(
        (
            f"{n} per cent of those charged have been convicted."
            if right
            else f"So far, {n} per cent have been convicted.",
            f"Since 2019, {n}% of line holders arrested have been charged."
            if right
            else f"Since 2019 the taskforce has arrested 300 line holders, with {n}% convicted.",
            f"{n} per cent of those arrested have been charged."
            if right
            else f"Of late {n} per cent were charged.",
            f"The force's conviction rate is {n} per cent of those charged."
            if right
            else f"The force has a {n} per cent conviction rate.",
            f"Knife seizures are up {n - 60} per cent on last spring's week."
            if right
            else f"Knife seizures are up {n - 60} per cent.",
        )
    )


def hedge(rng: Random, w: Week, right: bool) -> str:
    wraps = 1000 + (w.wraps // 100 * 100 if right else w.wraps // 10 * 10 + rng.randrange(1, 10))
    plants = 5 * rng.randrange(5, 60) + (0 if right else rng.randrange(1, 5))
    return rng.choice(
        (
            f"Over {wraps:,} pills of ecstasy were seized.",
            f"Officers found more than {plants} cannabis plants.",
            f"In excess of {plants} cannabis plants were seized.",
        )
    )


def impossible(rng: Random, w: Week, right: bool) -> str:
    children = w.children if right else w.safeguarded + rng.randrange(3, 30)
    charges = w.charges if right else w.charged - rng.randrange(3, 20)
    knives = w.knives if right else w.weapons + rng.randrange(3, 20)
    share = 42 if right else 142
    return rng.choice(
        (
            f"The force safeguarded {w.safeguarded} people, including {children} children.",
            f"{w.charged} people were charged with {charges} offences.",
            f"Officers seized {w.weapons} weapons, including {knives} knives.",
            f"Officers seized {w.weapons} weapons, {knives} of them knives.",
            f"{w.safeguarded} people were safeguarded, of whom {children} were children.",
            f"{share} per cent of those arrested were charged.",
        )
    )


def mean(rng: Random, w: Week, right: bool) -> str:
    a_day = round(w.lines / 7)
    word = f"{_WORDS[a_day - 1]} lines" if right else ("seven lines" if a_day < 3 else "one line")
    return rng.choice(
        (
            f"{w.force} {w.closed} {word} a day in the week from {w.dates}. In all {w.lines} lines were "
            f"{w.closed}.",
            f"Officers {w.closed} an average of {word} a day. A total of {w.lines} lines were {w.closed}.",
        )
    )


def exact(rng: Random, w: Week, right: bool) -> str:
    """The number of arrests again; near to the first, where it is a fault."""
    n = w.arrests if right else off(rng, w.arrests)
    return rng.choice(
        (
            f"Out of the {n} arrests, {w.charged} people have been charged.",
            f"In total, officers made {n} arrests.",
            f"The {n} people arrested were held across the county.",
        )
    )


EXTRAS: Mapping[str, Extra] = {
    "parts_and_whole": parts,
    "overlap_summed": overlap,
    "arithmetic": arithmetic,
    "undefined_base": base,
    "hedge_on_exact": hedge,
    "impossible": impossible,
    "mean_and_total": mean,
    "two_numbers": exact,
}
"""Paragraphs by the rule that finds their fault."""
