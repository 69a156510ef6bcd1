"""A copy that is made: whole, counted and hashed before any of it leaves."""

from dataclasses import dataclass
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from clewline.output.copies import Copy, Format

IN_MEMORY = 4_000_000
"""Bytes up to which it is on no disk; a larger one is in a file without a name, which goes when it is closed."""
PIECE = 1 << 16


@dataclass(frozen=True, kw_only=True)
class Made:
    """A copy, and what the access log says of it."""

    file: BinaryIO
    sha256: str
    size: int
    rows: int


def make(copy: Copy, form: Format) -> Made:
    """Make the copy.

    :raises BadInput: the format cannot hold so much.
    """
    file = cast(BinaryIO, SpooledTemporaryFile(max_size=IN_MEMORY))  # noqa: SIM115  # whoever sends it closes it
    try:
        rows = form.write(copy, file)
        size = file.seek(0, 2)
        file.seek(0)
        hashed = sha256()
        while piece := file.read(PIECE):
            hashed.update(piece)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return Made(file=file, sha256=hashed.hexdigest(), size=size, rows=rows)
