"""More paragraphs for made-up bulletins, in other people's words: each true of its week, or with one fault.

They were written from how press offices, papers and committees say such things, without sight of the rules, so that
a rule's score is not its agreement with one wording. `bulletin.sentences_made` has the plainer ones.
"""

from collections.abc import Callable, Mapping
from random import Random

from bulletin.sentences_made import Extra, off
from bulletin.weeks_told import Week


def _one_of(*ways: Callable[[Random, Week, bool], str]) -> Extra:
    def say(rng: Random, w: Week, right: bool) -> str:
        return rng.choice(ways)(rng, w, right)

    return say


def _else(rng: Random, n: int, right: bool) -> int:
    return n if right else off(rng, n)


def _outcomes(rng: Random, w: Week, right: bool) -> str:
    bailed = (w.arrests - w.charged) // 2
    rest = _else(rng, w.arrests - w.charged - bailed, right)
    return rng.choice(
        (
            f"Of the {w.arrests} people arrested, {w.charged} were charged, {bailed} were bailed and the remaining "
            f"{rest} were released without charge.",
            f"All {w.arrests} people arrested have been dealt with: {w.charged} were charged, {bailed} released on "
            f"bail and {rest} released under investigation.",
        )
    )


def _weapons(rng: Random, w: Week, right: bool) -> str:
    axes = (w.weapons - w.knives) // 3 + 1
    rest = _else(rng, w.weapons - w.knives - axes, right)
    rest = rest if rest > 0 else w.weapons
    return rng.choice(
        (
            f"The {w.weapons} weapons seized consisted of {w.knives} knives, {axes} axes and {rest} machetes.",
            f"{w.weapons} weapons were seized: {w.knives} knives, {axes} axes and {rest} machetes.",
        )
    )


def _drugs(rng: Random, w: Week, right: bool) -> str:
    crack = w.class_a // 3
    heroin = w.class_a - crack + (0 if right else rng.choice((-9, 9, 15)))
    return rng.choice(
        (
            f"Class A drugs came to {w.a}, comprising {crack / 10:g}kg of crack and {heroin / 10:g}kg of heroin.",
            f"- {w.a} of Class A drugs, made up of {crack / 10:g}kg of crack and {heroin / 10:g}kg of heroin",
        )
    )


def _men_and_women(rng: Random, w: Week, right: bool) -> str:
    women, adults = _else(rng, w.women, right), _else(rng, w.adults, right)
    return rng.choice(
        (
            f"Of the {w.arrests} people arrested, {w.men} were men and {women} were women.",
            f"{w.arrests} people were arrested. {w.men} were men and {women} were women.",
            f"- Arrests: {w.arrests} ({w.men} male, {women} female)",
            f"Those arrested were {w.men} men and {women} women.",
            f"The {w.safeguarded} people safeguarded were {w.children} children and {adults} adults.",
            f"{w.safeguarded} people were safeguarded. {w.children} of them were children and {adults} were adults.",
            f"- {w.children} children safeguarded\n- {adults} adults safeguarded\n- {w.safeguarded} people "
            "safeguarded in all",
        )
    )


def overlap(rng: Random, w: Week, right: bool) -> str:
    total = w.safeguarded + (0 if right else w.children)
    arrests = w.arrests + (0 if right else w.women)
    return rng.choice(
        (
            f"Officers safeguarded {w.safeguarded} people, {w.children} of them children. Altogether {total} people "
            "were safeguarded.",
            f"- {w.safeguarded} people safeguarded\n- of whom {w.children} children\n- {total} people safeguarded "
            "in total",
            f"A total of {total} people were safeguarded: {w.safeguarded} people safeguarded by the force, including "
            f"{w.children} children.",
            f"{w.arrests} people were arrested, including {w.women} women, so that {arrests} people were arrested in "
            "all.",
        )
    )


def _change(rng: Random, w: Week, right: bool) -> str:
    before = rng.randrange(w.arrests // 2, w.arrests - 8)
    rise = round(100 * (w.arrests - before) / before) + (0 if right else rng.choice((-6, 5, 8)))
    lines = w.lines * 2 + rng.randrange(3, 9)
    fall = round(100 * (lines - w.lines) / lines) + (0 if right else rng.choice((-7, 6)))
    return rng.choice(
        (
            f"Arrests rose by {rise}%, from {before} last spring to {w.arrests}.",
            f"The {w.arrests} arrests compare with {before} in the last such week, an increase of {rise} per cent.",
            f"Arrests: {w.arrests} (last year {before}, up {rise}%).",
            f"There were {w.arrests} arrests against {before} the year before: a {rise}% rise.",
            f"The number of active lines in the county is down {fall}%, from {lines} to {w.lines}.",
            f"Active lines fell from {lines} to {w.lines}, or by {fall} per cent.",
            f"Active lines have dropped by {fall} per cent since 2020 ({lines} to {w.lines}).",
        )
    )


def _difference(rng: Random, w: Week, right: bool) -> str:
    before = rng.randrange(w.arrests // 2, w.arrests - 12)
    more = w.arrests - before + (0 if right else rng.choice((-10, -4, 5, 10)))
    return rng.choice(
        (
            f"The force made {w.arrests} arrests, up {more} from {before} a year ago.",
            f"The force made {w.arrests} arrests, an increase of {more} on the {before} made a year ago.",
            f"With {w.arrests} arrests the force made {more} more than the {before} of last year.",
        )
    )


def _share(rng: Random, w: Week, right: bool) -> str:
    share = round(100 * w.charged / w.arrests) + (0 if right else rng.choice((-8, 6, 9)))
    young = round(100 * w.children / w.safeguarded) + (0 if right else rng.choice((7, 9)))
    return rng.choice(
        (
            f"{w.charged} of {w.arrests} arrested people have been charged: {share}%.",
            f"{share}% of the {w.arrests} people arrested ({w.charged}) have been charged.",
            f"Some {share} per cent ({w.charged}) of the {w.arrests} people arrested were charged."
            if right
            else f"In all {share} per cent ({w.charged}) of the {w.arrests} people arrested were charged.",
            f"{w.children} of the {w.safeguarded} people safeguarded, or {young} per cent, were children.",
        )
    )


def base(rng: Random, w: Week, right: bool) -> str:
    n = rng.randrange(61, 98)
    of = " of those charged" if right else ""
    on = rng.choice((" on last year", " compared with last spring")) if right else ""
    return rng.choice(
        (
            f"The conviction rate{of} stands at {n}%.",
            f"{n}%{of} have pleaded guilty or been convicted.",
            f"The team is proud that {n} per cent{of} were convicted.",
            f"The operation led to many charges and convictions, with {n}%{of} convicted.",
            f"Arrests rose by {n - 50} per cent{on}.",
            f"Drug seizures were up {n - 50}%{on}.",
            f"Closures have more than doubled{on}.",
            f"The number of knives seized fell by {n - 50} per cent{on}.",
        )
    )


def hedge(rng: Random, w: Week, right: bool) -> str:
    many = rng.randrange(1_001, 9_000) // 10 * 10 + (0 if right else rng.randrange(1, 10))
    few = rng.randrange(4, 90) * 5 + (0 if right else rng.randrange(1, 5))
    hedged = rng.choice(("upwards of", "just over", "well over", "nearly", "almost", "around", "some"))
    schools = rng.randrange(4, 20) * 5
    return rng.choice(
        (
            f"Officers spoke to {hedged} {many:,} children in assemblies.",
            f"{few}+ cannabis plants were destroyed.",
            f"Teams carried out {hedged} {few} stop searches.",
            f"The force visited over {schools} schools. The {schools + (6 if right else 0)} schools visited were all "
            "in the county.",
            f"More than {schools} stop searches were carried out.\n\n- {schools + (7 if right else 0)} stop searches",
        )
    )


def impossible(rng: Random, w: Week, right: bool) -> str:
    children = w.children if right else w.safeguarded + rng.randrange(3, 30)
    knives = w.knives if right else w.weapons + rng.randrange(3, 20)
    charges = w.charges if right else w.charged - rng.randrange(3, 20)
    women = w.women if right else w.arrests + rng.randrange(3, 20)
    holders = 7 if right else w.arrests + 7
    share = 64 if right else rng.randrange(104, 180)
    return rng.choice(
        (
            f"- {w.safeguarded} people safeguarded ({children} of them children)",
            f"Of the {w.safeguarded} people safeguarded, {children} were children.",
            f"- {w.weapons} weapons seized, of which {knives} were knives",
            f"Altogether {charges} charges were brought against {w.charged} people.",
            f"{w.charged} suspects have been charged with a total of {charges} offences.",
            f"{w.arrests} people were arrested, {women} of them women.",
            f"{w.arrests} people were arrested, among them {holders} line holders.",
            f"{share}% of those charged have been convicted.",
        )
    )


def mean(rng: Random, w: Week, right: bool) -> str:
    a_day = max(2, round(w.lines / 7)) if right else rng.choice((7, 8, 9))
    searches = rng.randrange(9, 40)
    in_all = searches * 7 + (rng.randrange(-3, 4) if right else searches * rng.choice((-4, 5)))
    return rng.choice(
        (
            f"That is about {a_day} lines {w.closed} every day of the week from {w.dates}, and {w.lines} lines "
            f"{w.closed} altogether.",
            f"On average {a_day} lines were {w.closed} each day. Over the week {w.lines} lines were {w.closed}.",
            f"Officers carried out {searches} stop searches a day in the week from {w.dates}. In all there were "
            f"{in_all} stop searches.",
        )
    )


def two_numbers(rng: Random, w: Week, right: bool) -> str:
    n, lines, people = (_else(rng, x, right) for x in (w.arrests, w.lines, w.safeguarded))
    cash = w.cash if right else w.cash + rng.choice((900, 1_100, 2_000))
    return rng.choice(
        (
            f"Altogether {n} people are in custody or on bail after being arrested in the week.",
            f"Detectives arrested {n} suspects across the county.",
            f"Total arrests: {n}",
            f"The week saw {n} arrests, said the force's lead for drugs.",
            f"- {n} people arrested\n- {lines} lines {w.closed}\n- {people} people safeguarded",
            f"The {lines} lines {w.closed} had sold heroin and crack.",
            f"The force safeguarded {w.safeguarded} people by Friday. In total {people} people have been safeguarded.",
            f"Officers seized £{w.cash:,} in cash on the streets of the county. The total amount of cash seized was "
            f"£{cash:,}.",
        )
    )


OTHERWISE: Mapping[str, Extra] = {
    "parts_and_whole": _one_of(_outcomes, _weapons, _drugs, _men_and_women, _men_and_women),
    "overlap_summed": overlap,
    "arithmetic": _one_of(_change, _difference, _share),
    "undefined_base": base,
    "hedge_on_exact": hedge,
    "impossible": impossible,
    "mean_and_total": mean,
    "two_numbers": two_numbers,
}
"""Paragraphs by the rule that finds their fault."""
