"""Take in what was published: lists of releases, and the bulletins themselves, read into claims."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from clewline import reference
from clewline.bulletin.read import Issued
from clewline.bulletin.series import drafts
from clewline.errors import Misused
from clewline.workflow.intake import take_in
from clewline.workflow.mixing import BULLETIN
from clewline.workflow.reading import Opened, Sheet, fits
from clewline.workflow.taking import Outcome
from clewline.workflow.texts import read_text

CASE = "published"
"""Case that published values belong to unless another is named."""
LIST = "press"
"""Mapping of a list of releases."""
TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")
"""Endings of files that hold a table, and are no bulletin."""


@dataclass(frozen=True, kw_only=True)
class About:
    """What is known of a bulletin besides its text."""

    published: Issued | None = None
    """When it was published, as far as that is known; a day that the document states gives way to it."""
    publisher: str | None = None
    address: str | None = None

    def __bool__(self) -> bool:
        """Return whether anything is known."""
        return any((self.published, self.publisher, self.address))


def add(
    content: bytes,
    *,
    file: str,
    by: str,
    at: datetime,
    about: About,
    case: str = CASE,
    dry_run: bool = False,
) -> Outcome:
    """Take in one file, a list of releases or a bulletin, as a batch that can be undone.

    Each number of a bulletin is a record of it: a claim is taken as a published value, any other is set aside with
    its reason. The text as it was read is kept beside the file, so that the characters of a quote stay findable.

    :raises BadInput: it is neither, or cannot be read.
    :raises Misused: something is said about a list, whose rows say it themselves.
    """
    opens = None
    if not is_list(content, file):
        opens = partial(open_bulletin, content, file=file, about=about)
    elif about:
        raise Misused(
            f"{file} is a list of releases, and says row by row who published what, when and where: "
            "leave out --published, --publisher and --address."
        )
    return take_in(content, file=file, case=case, by=by, at=at, mapping=LIST, opens=opens, dry_run=dry_run)


def is_list(content: bytes, file: str) -> bool:
    """Return whether the file is a table: it is laid out as a list of releases, or its name says so."""
    return fits(content, LIST) or file.lower().endswith(TABLES)


def open_bulletin(content: bytes, *, file: str, about: About) -> Opened:
    """Return a bulletin's numbers: claims as published values, and those set aside.

    :raises BadInput: it cannot be read.
    """
    text = read_text(content, file, published=about.published, publisher=about.publisher)
    rows = drafts(
        text.reading,
        release=text.stem,
        publisher=about.publisher,
        address=about.address,
        forces=reference.force_names(),
    )
    return Opened(BULLETIN, True, [Sheet(None, rows)], text=text.reading.text, notes=text.notes)
