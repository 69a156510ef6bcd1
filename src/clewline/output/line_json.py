"""A line as data: everything that its page tells, each with the mark that opens its rows."""

from collections.abc import Sequence
from typing import Any

from clewline.analysis.phones import Ref, Row
from clewline.analysis.phones.areas import Area
from clewline.analysis.phones.journeys import End
from clewline.output.line_map import routes
from clewline.output.line_moves import moves_json
from clewline.output.records_end import end_data
from clewline.workflow.line import Summary, hour_name


def as_json(found: Summary) -> dict[str, Any]:
    """Return the summary; instants are local times of its zone, and other people's numbers only where revealed."""
    head, bulk = found.headline, found.bulk
    return {
        "case": found.case,
        "numbers": list(found.line.asked.numbers),
        "zone": found.line.asked.zone,
        "period": {"start": found.line.first, "end": found.line.last},
        "revealed": found.because if found.revealed else None,
        "uses": head.uses,
        "first": head.first,
        "last": head.last,
        "days_in_use": head.days,
        "kinds": [{"service": k.service, "direction": k.direction, "uses": k.uses} for k in head.kinds],
        "left_open": {
            "repeats": head.repeats,
            "time_may_be_earlier": head.loose,
            "time_is_one_of_two": head.twofold,
            "without_a_place": head.unplaced,
            "withheld": head.withheld,
            "without_handset_or_sim": found.chain.passed_over,
        },
        "records_end": [end_data(end) for end in found.ends],
        "hours": [
            {"mark": hour_name(h), "weekday": h.weekday, "hour": h.hour, "uses": h.uses, "spoken": h.spoken}
            for h in found.hours
        ],
        "days": [
            {
                "mark": f"day:{d.day}",
                "day": d.day,
                "uses": d.uses,
                "spoken": d.spoken,
                "texts_out": d.texts_out,
            }
            for d in found.days
        ],
        "weeks": [
            {
                "mark": f"week:{w.monday}",
                "monday": w.monday,
                "uses": w.uses,
                "spoken": w.spoken,
                "days": w.days,
            }
            for w in found.weeks
        ],
        "silences": [{"first": s.first, "last": s.last, "days": s.days} for s in found.silences],
        "bulk_texts": {
            "definition": bulk.definition,
            "texts": bulk.texts,
            "recipients": bulk.recipients,
            "in_more_than_one": bulk.repeated,
            "bursts": [
                {
                    "mark": f"burst:{b.number}",
                    "start": b.start,
                    "end": b.end,
                    "texts": b.texts,
                    "recipients": b.recipients,
                    "of_an_earlier_burst": b.again,
                    "of_the_one_before": b.from_last,
                }
                for b in bulk.bursts
            ],
        },
        "contacts": {
            "all": found.contacts.all,
            "regular": found.contacts.regular,
            "listed": [
                {
                    "mark": f"contact:c{c.contact}",
                    **({"number": c.number} if found.revealed else {}),
                    "uses": c.uses,
                    "calls": c.calls,
                    "texts": c.texts,
                    "from_the_line": c.out,
                    "to_the_line": c.into,
                    "days": c.days,
                    "weeks": list(c.weeks),
                    "hours": list(c.hours),
                    "first": c.first,
                    "last": c.last,
                }
                for c in found.contacts.listed
            ],
        },
        "chain": _chain(found),
        "usual_cells": [
            {
                "part": u.part,
                "rows": u.uses,
                "days": u.days,
                "cells": [
                    {
                        "mark": f"cell:{u.part}-{n}",
                        **{k: getattr(c, k) for k in ("cell", "place", "lat", "lon", "azimuth")},
                        "rows": c.uses,
                        "days": c.days,
                    }
                    for n, c in enumerate(u.listed, 1)
                ],
            }
            for u in found.usual
        ],
        "areas": [_area(a) for a in found.areas],
        **_movements(found),
        "moves": moves_json(found),
        "files": [{"exhibit": e.exhibit, "sha256": e.sha256, "rows": e.rows} for e in head.exhibits],
    }


def _chain(found: Summary) -> dict[str, Any]:
    def shown(identity: str | None) -> str | None:
        return identity if found.revealed or identity is None else f"…{identity[-4:]}"

    return {
        "spells": [
            {
                "mark": f"spell:{n}",
                "handset": s.handset and f"h{s.handset}",
                "sim": s.sim and f"s{s.sim}",
                "imei": shown(s.imei),
                "imsi": shown(s.imsi),
                "first": s.first,
                "first_row": ref(s.first_ref),
                "last": s.last,
                "last_row": ref(s.last_ref),
                "rows": s.rows,
            }
            for n, s in enumerate(found.chain.spells, 1)
        ],
        "changes": [
            {"what": c.what, "after": c.before.last, "before": c.after.first} for c in found.chain.changes
        ],
        "handsets_with_other_numbers": [
            {"mark": f"handset:h{h.name}", "rows": h.elsewhere, "numbers": h.others}
            for h in found.chain.handsets
            if h.elsewhere
        ],
    }


def _area(area: Area) -> dict[str, Any]:
    return {
        "mark": f"area:{area.letter}",
        "name": area.name,
        "rows": area.uses,
        "days": area.days,
        "nights": area.nights,
        "km_across": round(area.width, 1),
        "sites": [{"lat": s.lat, "lon": s.lon, "rows": s.uses, "days": s.days} for s in area.sites],
    }


def _movements(found: Summary) -> dict[str, Any]:
    return {
        "stays": [
            {
                "mark": f"stay:{s.number}",
                "area": s.area.letter,
                "first": _end(s.first),
                "last": _end(s.last),
                "rows": s.rows,
            }
            for s in found.movements.stays
        ],
        "journeys": [
            {
                "mark": f"journey:{j.number}",
                "from": j.left.letter,
                "to": j.reached.letter,
                "left_after": _end(j.start),
                "there_by": _end(j.end),
                "km": round(j.distance, 1),
                "hours_at_most": round(j.hours, 2),
                "km_per_hour_at_least": None if j.speed is None else round(j.speed),
                "too_fast": j.too_fast,
                "in_passing": [a.letter for a in j.via],
            }
            for j in found.movements.journeys
        ],
        "routes": [
            {"from": r.left.letter, "to": r.reached.letter, "journeys": [j.number for j in r.journeys]}
            for r in routes(found.movements.journeys)
        ],
    }


def _end(end: End) -> dict[str, Any]:
    return {"at": end.at, "exactly": end.exactly, "row": ref(end.ref)}


def ref(found: Ref) -> dict[str, Any]:
    """Return where a row was received."""
    return {
        "exhibit": found.exhibit,
        "sha256": found.sha256,
        "sheet": found.sheet,
        "line": found.line,
        "part": found.part,
    }


def rows_json(rows: Sequence[Row], *, reveal: bool) -> list[dict[str, Any]]:
    """Return rows as data; the other party by its pseudonym, and by its number where that is revealed."""
    return [
        {
            "at": r.at,
            "dates": r.dates,
            "moment": r.moment,
            "service": r.service,
            "direction": r.direction,
            "phone": r.phone,
            "contact": f"c{r.contact}" if r.contact else None,
            **({"number": r.other} if reveal else {}),
            **{k: getattr(r, k) for k in ("cell", "place", "lat", "lon", "azimuth")},
            "row": ref(r.ref),
        }
        for r in rows
    ]
