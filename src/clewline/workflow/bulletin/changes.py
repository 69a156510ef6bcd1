"""Compare what a released bulletin told with what is known now, and record the corrections that this needs."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from clewline.bulletin.released.changed import Changed, difference, fits_words
from clewline.bulletin.released.frozen import FrozenNumber
from clewline.errors import NotAllowed
from clewline.record.kinds.bulletin_corrected import BulletinCorrected
from clewline.record.kinds.bulletin_number import BulletinNumber
from clewline.store import ledger
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.causes import causes
from clewline.workflow.bulletin.kept import Kept, entry_of, in_utc
from clewline.workflow.bulletin.rows import Rows


def changes(bulletin: str, *, at: datetime) -> tuple[Changed, ...]:
    """Return the numbers of a released bulletin that are counted otherwise at `at`, with the entries behind that.

    Each is counted by the selection that it was told by, so that only the record can make a difference. Where a
    correction was recorded before, only what changed since then is there.

    :raises NotFound: there is no such bulletin, or its rows are not kept here.
    :raises NotAllowed: it was not released.
    """
    found = kept.find(bulletin)
    if found.released is None:
        raise NotAllowed(f"Bulletin {bulletin} was not released, so nothing of it is to be corrected.")
    rows = Rows(at, found.written.cases)
    corrected = {facts.number: facts for _, facts in kept.corrections([found])}
    told: dict[str, list[tuple[str, BulletinNumber]]] = {}
    frozen = found.frozen()
    of_rows: dict[str, FrozenNumber] = {}
    for entry, facts in kept.numbers(found):
        number = kept.frozen_for(facts, frozen)
        place = f"{number.selected} {sorted(number.where.items())}"
        told.setdefault(place, []).append((entry.id, facts))
        of_rows[place] = number
    listed = (_changed(found, of_rows[place], some, corrected, rows) for place, some in told.items())
    return tuple(one for one in listed if one is not None)


def _changed(
    found: Kept,
    frozen: FrozenNumber,
    told: Iterable[tuple[str, BulletinNumber]],
    corrected: dict[str, BulletinCorrected],
    rows: Rows,
) -> Changed | None:
    told = list(told)
    earlier = next((corrected[id_] for id_, _ in told if id_ in corrected), None)
    was = frozen.count if earlier is None else earlier.count_is
    again = rows.number(frozen)
    if again.count == was or was is None:
        return None
    wrong = [
        (id_, facts)
        for id_, facts in told
        if again.count is None or not fits_words(facts.value, facts.relation, again.count)
    ]
    number, facts = (wrong or told)[0]
    return Changed(
        number=number if earlier is None else earlier.number,
        frozen=frozen,
        told=facts.value if earlier is None else was,
        relation=facts.relation if earlier is None else "exactly",
        was=was,
        now=again.count,
        stays_true=earlier is None and not wrong,
        causes=causes(difference(frozen.rows, again.rows), since=found.as_of),
    )


def correct(bulletin: str, *, by: str, at: datetime, account: str | None = None) -> tuple[Changed, ...]:
    """Record a correction of each number that is not true any more, for the next bulletin of the body to tell.

    Returns the numbers corrected: none where all that the bulletin told is true still.

    :raises NotFound: there is no such bulletin, or its rows are not kept here.
    :raises NotAllowed: it was not released.
    """
    found = kept.find(bulletin)
    wrong = [one for one in changes(bulletin, at=at) if not one.stays_true and one.now is not None]
    before = len(kept.corrections([found]))
    ledger.append(
        entry_of(
            _correction(found, one, at),
            id=f"{bulletin}:c{n}",
            case=found.entry.case,
            subject=bulletin,
            by=by,
            account=account or by,
            at=at,
        )
        for n, one in enumerate(wrong, start=before + 1)
    )
    return tuple(wrong)


def _correction(found: Kept, one: Changed, at: datetime) -> BulletinCorrected:
    selected = one.frozen.selected
    return BulletinCorrected(
        bulletin=found.id,
        number=one.number,
        figure=selected.figure,
        definition=selected.definition,
        was=one.told,
        was_relation=one.relation,
        count_was=one.was,
        count_is=Decimal(0) if one.now is None else one.now,
        unit=one.frozen.unit,
        period_start=selected.start,
        period_end=selected.end,
        as_of=in_utc(at),
        counted=tuple(f"{name}={value}" for name, value in sorted(one.frozen.qualifiers.items())),
        reasons=one.reasons,
        entries=tuple(dict.fromkeys(cause.by for cause in one.causes)),
    )
