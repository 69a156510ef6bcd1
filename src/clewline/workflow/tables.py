"""The record as tables, as known at an instant: what every act that counts begins with."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.conf import settings

from clewline import analysis
from clewline.analysis.projection import Projection
from clewline.store import ledger


def as_known(as_of: datetime, cases: Iterable[str] | None = None) -> "analysis.Tables":
    """Return the tables of what the record said at `as_of`, of some cases or of all."""
    projection = lay_out()
    return analysis.of_parquet(projection.files(), as_of=as_of, cases=cases, spill=projection.spill)


def lay_out() -> Projection:
    """Bring the tables up to the record's last entry; after a large intake that takes a minute for a million."""
    projection = Projection(settings.HOME / "tables")
    projection.refresh(
        last=ledger.last(),
        hash_of=ledger.hash_of,
        rows=lambda seq: ledger.rows(after=seq),
        batch_files=ledger.batch_files,
    )
    return projection


def load() -> None:
    """Load what counting needs beside the record, so that the first count does not wait for it."""
    analysis.of_parquet({}, as_of=datetime.now(UTC)).close()
