"""Made-up bulletins on made-up weeks, in many styles."""

from collections.abc import Callable

from bulletin.weeks_told import Week

Template = Callable[[Week, Week, str], str]
"""Makes a text from the week as its top tells it, as its body tells it, and a paragraph of its own."""


def release(w: Week, r: Week, more: str) -> str:
    return f"""{w.arrested} arrested and {w.lines} county lines {w.closed} in {w.force}'s week of action

{w.force} made {w.arrested} arrests and {w.closed} {w.lines} drug lines in a national week of action from {w.weekdays}.

Officers executed {r.warrants} warrants across the county. They seized {r.pounds} in cash, {r.weapons} weapons and \
{r.phones} mobile phones.

{more}

A total of {r.safeguarded} vulnerable people were safeguarded. Detective Superintendent Alex Marlow said: "Those who \
run these lines care for nobody. We will keep coming."

If you have concerns call 101, or Crimestoppers on 0800 555 111."""


def bullets(w: Week, r: Week, more: str) -> str:
    return f"""Week of action against county lines: the results

{w.force} officers arrested {w.arrested} people and seized {w.pounds} in cash between \
{w.dates.replace(" to ", " and ")}.

{more}

Results in full:

- {r.arrests} arrests
- {r.charged} people charged with {r.charges} offences
- {r.lines} lines {r.closed}
- {r.safeguarded} people safeguarded
- {r.a} of Class A drugs
- £{r.cash:,} in cash
- {r.weapons} weapons"""


def labels(w: Week, r: Week, more: str) -> str:
    return f"""{w.arrested} people were arrested by {w.force} in last week's county lines intensification ({w.dates}).

{more}

The week in numbers
- Arrests made: {r.arrests}
- Drug lines {r.closed}: {r.lines}
- Cash seized: £{r.cash:,}
- Weapons seized: {r.weapons}
- Cuckooing visits: {r.visits}
- Vulnerable people safeguarded: {r.safeguarded}"""


def short_news(w: Week, r: Week, more: str) -> str:
    return f"""{w.arrested} people have been arrested in a crackdown on drug gangs, {w.force} said.

The week of action ran from {w.weekdays} and saw {r.lines} county lines {r.closed}.

{more}

Cash of {r.pounds} was seized, with {r.wraps:,} wraps of crack cocaine and heroin."""


def american(w: Week, r: Week, more: str) -> str:
    return f"""{w.force} has arrested {w.arrested} people during a week-long crackdown on county lines.

The crackdown took place from {w.american}.

Officers seized {r.a} of Class A drugs, {r.b} of Class B drugs and {r.pounds} in cash.

{more}

{r.safeguarded} vulnerable people were safeguarded and {r.lines} lines {r.closed}."""


def tweet(w: Week, r: Week, more: str) -> str:
    return f"""The numbers are in for our #CountyLines week ({w.dates})

✅ {w.arrested} arrests
✅ {w.lines} lines {w.closed}
✅ {w.pounds} cash seized
✅ {r.knives} knives seized
✅ {r.phones} phones seized

{more}

Thank you to every officer of {w.force} who made it happen."""


def table(w: Week, r: Week, more: str) -> str:
    return f"""{w.force}: county lines week, {w.dates}

{more}

Arrests: {r.arrests}
People charged: {r.charged}
Lines {r.closed}: {r.lines}
People safeguarded: {r.safeguarded}
Warrants executed: {r.warrants}
Phones seized: {r.phones}"""


def committee(w: Week, r: Week, more: str) -> str:
    return f"""Report to the crime committee on the county lines week

The county lines intensification week ran from {w.weekdays}. {w.force} arrested {w.arrested} people, of whom \
{r.charged} have been charged.

{more}

{r.visits} visits were made to addresses at risk of cuckooing. {r.safeguarded} people were safeguarded. The force \
{r.closed} {r.lines} lines and seized {r.both} of drugs."""


def quote_first(w: Week, r: Week, more: str) -> str:
    return f""""No child should be made to carry drugs," said Chief Inspector Sam Orrell as {w.force} counted \
the results of its week of action.

From {w.dates} the force made {w.arrested} arrests and {w.closed} {w.lines} county lines.

{more}

Officers also seized {r.weapons} weapons, including {r.knives} knives, and {r.pounds} in cash. In one case a man aged \
34 was found with 12 wraps in his shoe."""


def programme(w: Week, r: Week, more: str) -> str:
    return f"""{w.lines} lines {w.closed} as {w.force} keeps up the pressure

In the week from {w.weekdays}, {w.force} arrested {w.arrested} people and {w.closed} {w.lines} lines. Since \
November 2019 the force has closed {40 * r.lines + 7:,} lines and made {30 * r.arrests + 3:,} arrests.

{more}

{r.safeguarded} people were safeguarded in the week and {r.phones} phones seized."""


def ellipsis(w: Week, r: Week, more: str) -> str:
    return f"""{w.force} made {w.arrested} arrests in its county lines week ({w.dates}) and seized {w.pounds} in cash.

{r.charged} of those arrested have been charged, the others released under investigation. {r.lines} lines were \
{r.closed}.

{more}

Items seized:
- {r.a} of cocaine
- {r.phones} mobile phones
- {r.weapons} weapons"""


def two_voices(w: Week, r: Week, more: str) -> str:
    return f"""County lines: {w.arrested} held in {w.force} raids

A week of raids on county lines gangs has ended with {w.arrested} suspects under arrest, {w.force} said.

Between {w.dates.replace(" to ", " and ")}, officers searched homes under {r.warrants} warrants, seized {r.weapons} \
weapons and {r.closed} {r.lines} lines.

{more}

A charity that works with the families said that for every child who is found there is one who is not. Its helpline \
took over 400 calls last year."""


def thread(w: Week, r: Week, more: str) -> str:
    return f"""1/ Last week ({w.dates}) was county lines intensification week. What did {w.force} do?

2/ We arrested {w.arrested} people and {w.closed} {w.lines} lines.

3/ We safeguarded {r.safeguarded} people.

{more}

4/ We seized {r.pounds} in cash and {r.wraps:,} wraps of Class A drugs."""


TEMPLATES: tuple[Template, ...] = (
    release, bullets, labels, short_news, american, tweet, table, committee, quote_first, programme, ellipsis,
    two_voices, thread,
)  # fmt: skip
