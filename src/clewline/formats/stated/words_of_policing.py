"""The words of releases for what becomes of offenders and lines, and for police work."""

from functools import partial

from clewline.formats.stated.word import Word, say

OF_POLICING: dict[str, Word] = {}
_say = partial(say, OF_POLICING)

_LINES = "lines"
_HOLDERS = "line_holders_arrested line_holders_charged line_holders_convicted"

# ---- the law
_say(
    "arrest, arrested, people arrested, arrest made, suspect, suspect arrested, detained, offender",
    fits="arrests line_holders_arrested",
    means=("arrests", "people"),
)
_say(
    "charged, people charged, defendant, been charged, being charged",
    fits="people_charged line_holders_charged",
    turns={"line_holders_arrested": ("line_holders_charged", "people")},
    means=("people_charged", "people"),
)
_say("charge, offence, count, charge brought", fits="charges", means=("charges", "charges"))
_say(
    "convicted, conviction, people convicted",
    fits="convictions line_holders_convicted",
    turns={"line_holders_arrested": ("line_holders_convicted", "people")},
    means=("convictions", "people"),
)
_say(
    "line holder, line-holder, line holder arrested",
    fits=_HOLDERS + " people",
    means=("line_holders_arrested", "people"),
)
_say("drug trafficking, drug supply", fits="charges people_charged arrests", offence="drug trafficking")
_say("modern slavery", fits="charges people_charged arrests", offence="modern slavery")
_say(
    "released, released under investigation, released on bail, released without charge",
    fits="people_released",
    means=("people_released", "people"),
    noted=True,
)
_say("year, year in prison, year imprisonment", fits="sentence_years_total")

# ---- lines: which word a force uses for an end is part of its definition, so it is kept
_say(
    "line, county line, drug line, deal line, drug dealing line, network",
    fits=_LINES,
    means=("lines_closed", _LINES),
)
_say(
    "closed, line closed, county line closed, shut, shut down, closed down",
    fits="lines_closed",
    means=("lines_closed", _LINES),
)
_say(
    "dismantled, line dismantled, taken out, taken down, removed, intercepted, "
    "intercepted and shut down, identified and closed",
    fits="lines_closed",
    noted=True,
)
_say(
    "line seized, drug line seized, county line seized",
    fits="lines_closed phones_seized",
    means=("lines_closed", _LINES),
    noted=True,
)
_say(
    "disrupted, line disrupted",
    fits="lines_disrupted",
    turns={"lines_closed": ("lines_disrupted", _LINES)},
    means=("lines_disrupted", _LINES),
)
_say("active, active line", fits="lines_active", turns={"lines_closed": ("lines_active", _LINES)})

# ---- police work
_say("warrant, search warrant", fits="warrants_executed", means=("warrants_executed", "warrants"))
_say(
    "search, stop search, stop and search",
    fits="searches_conducted",
    means=("searches_conducted", "searches"),
)
_say("prison", fits="searches_conducted", unit="prisons")
_say("cell", fits="searches_conducted", unit="cells")
_say("inmate, prisoner", fits="searches_conducted", unit="people")
_say("operation", fits="operations_conducted", means=("operations_conducted", "operations"))
_say("hour, hour of patrol", fits="patrol_hours")
