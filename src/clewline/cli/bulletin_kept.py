"""Print a bulletin that is kept, a draft or released, as it was written."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from clewline.bulletin.week import plain
from clewline.cli.documents import Documents, waiting
from clewline.cli.saying import say, show

if TYPE_CHECKING:
    from clewline.bulletin.released.frozen import Frozen
    from clewline.output.sheet import Sheet
    from clewline.workflow.bulletin.kept import Kept


def show_kept(bulletin: str, documents: Documents, *, as_json: bool) -> None:
    """Print the bulletin of that id, or write the documents that are asked for.

    :raises NotFound: there is none, or its files are not kept here.
    :raises ChainBroken: a file is not the one that was kept.
    """
    from clewline.store import ready

    ready.start()
    from clewline.workflow.bulletin import kept

    found = kept.find(bulletin)
    text, frozen = found.text(), found.frozen()
    if as_json:
        show(json.dumps(_as_data(found, frozen, text)))
    elif not documents:
        show(text.rstrip("\n"))
    say(_standing(found) or f"Bulletin {found.id} was released on {found.released_on}.")
    documents.write(_sheet(found, frozen, text))


def _standing(found: "Kept") -> str:
    return waiting(found.id) if found.released is None else ""


def _sheet(found: "Kept", frozen: "Frozen", text: str) -> "Sheet":
    from clewline.output.sheet import sheet

    written = found.written
    return sheet(
        text,
        frozen.layout,
        style=written.style,
        body=written.body,
        start=written.period_start,
        end=written.period_end,
        as_of=datetime.fromisoformat(written.as_of),
        standing=_standing(found),
    )


def _as_data(found: "Kept", frozen: "Frozen", text: str) -> dict[str, Any]:
    from clewline.workflow.bulletin import kept

    written = found.written
    numbers = kept.numbers(found)
    return {
        "id": found.id,
        "released": found.released is not None and str(found.released_on),
        "style": written.style,
        "body": written.body,
        "period": {"start": str(written.period_start), "end": str(written.period_end)},
        "as_of": written.as_of,
        "made_up": found.made_up,
        "engine": written.engine,
        "text": text,
        "numbers": [
            {
                "id": entry.id,
                "indicator": n.indicator,
                "value": plain(n.value),
                "unit": n.unit,
                "relation": n.relation,
                "qualifiers": _pairs(n.qualifiers),
                "figure": n.figure,
                "definition_version": n.definition,
                "count": plain(n.count),
                "period": {"start": str(n.period_start), "end": str(n.period_end)},
                "line": n.line,
                "entries": list(kept.frozen_for(n, frozen).entries),
            }
            for entry, n in numbers
        ],
    }


def _pairs(listed: tuple[str, ...]) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in listed)
