"""The published series: what bodies stated of one indicator over time, and where they contradict each other.

`report.py` places a published value in time and says whose it is, `weeks.py` finds reports of one week that cannot
both be true, `totals.py` totals since a day that contradict each other, `series.py` sets it all together.
`from_claims.py` makes published values of a bulletin that was read.
"""

from clewline.bulletin.series.from_claims import Item, drafts
from clewline.bulletin.series.mark import Mark
from clewline.bulletin.series.report import NATIONAL, Names, Report, Thing, report
from clewline.bulletin.series.series import PublishedSeries, Strand, assemble

__all__ = [
    "NATIONAL",
    "Item",
    "Mark",
    "Names",
    "PublishedSeries",
    "Report",
    "Strand",
    "Thing",
    "assemble",
    "drafts",
    "report",
]
