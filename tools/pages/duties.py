"""The table of duties: what starts and fulfils each, its limit, its authority, and the words that it may use."""

from collections.abc import Sequence

from clewline import reference
from clewline.output.duty_words import period
from clewline.safeguarding.conditions import CONDITIONS, LOCAL_AUTHORITY, PANEL_DAYS, Happening
from clewline.safeguarding.duty import About, Counts, Duty, How, Unit
from clewline.safeguarding.duty_table import COLUMNS, MOST, read_duties
from pages.markdown import finish, head, table


def page() -> str:
    """Return the page."""
    rows = read_duties(reference.duties(), name="duties.csv")
    lines = head(
        "Duties and deadlines",
        "Each is a row of a dated table, `src/clewline/reference/duties.csv`, with the law or guidance that it "
        "rests on and where that was read. A rule changes by a new row. Nothing here is the law: it is what the "
        "record watches. [`clewline duties`](commands.md#clewline-duties) prints the table in force on a day, and "
        "with `--case` what is owed in a case. "
        "[Whoever is found is helped first](../explanation/protection.md) says how it is told.",
    )
    lines += table(
        ["duty", "about", "limit"], ([f"[{d.title}](#{_anchor(d)})", _about(d), d.limit] for d in rows)
    )
    for duty in rows:
        lines += _section(duty)
    return finish([*lines, *_own_table()])


def _section(duty: Duty) -> list[str]:
    told = [
        ("Owed by", f"{duty.owed_by}, about {_about(duty)}"),
        ("Starts", _happenings(duty.starts)),
        ("Fulfilled by", _happenings(duty.fulfils)),
        ("Needs", _happenings(duty.needs)),
        ("Not owed where", _happenings(duty.unless)),
        ("Owed", str(duty.counts)),
        ("Limit", duty.limit),
        ("Authority", duty.authority),
        ("Read at", duty.source),
        ("In force", period(duty)),
        ("Only at", f"a {duty.where}" if duty.where else ""),
        ("Notes", duty.notes),
    ]
    heading = f"## {duty.title}{f', {period(duty)}' if duty.valid_to else ''} {{ #{_anchor(duty)} }}"
    return [heading, "", *(f"- **{name}:** {words}" for name, words in told if words), ""]


def _own_table() -> list[str]:
    lines = [
        "## A force's own table",
        "",
        "[`CLEWLINE_DUTIES`](settings.md#clewline_duties) names it. It is read by the same reader, whole or not at "
        f"all: what is wrong is said by line and reason. Its columns are `{'`, `'.join(COLUMNS)}`. Several "
        f"happenings are parted by a semicolon. An amount is a whole number from 1 to {MOST:,}.",
        "",
    ]
    words = (("about", About), ("counts", Counts), ("how", How), ("unit", Unit))
    lines += table(["column", "one of"], ([f"`{c}`", ", ".join(f"`{w}`" for w in some)] for c, some in words))
    lines += [
        "A happening is a kind of entry that names a person, or a kind, a colon and one of these conditions:",
        "",
    ]
    lines += table(["kind", "condition"], ([f"`{kind}`", f"`{words}`"] for kind, words in CONDITIONS))
    named = ", ".join(f"“{word}”" for word in LOCAL_AUTHORITY)
    return [
        *lines,
        f"A partner is a local authority where its name holds {named}. A devolved panel decides on a child who has "
        f"more than {PANEL_DAYS} days to their 18th birthday. The last answer about consent counts.",
    ]


def _about(duty: Duty) -> str:
    return {About.CHILD: "a child", About.ADULT: "an adult", About.EITHER: "a child or an adult"}[duty.about]


def _happenings(some: Sequence[Happening]) -> str:
    return ", or ".join(f"`{one.text}`" for one in some)


def _anchor(duty: Duty) -> str:
    return f"{duty.duty}-{duty.line}"
