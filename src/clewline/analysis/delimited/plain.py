"""Whether a text is so plain that its lines are its records, whoever reads it."""

import numpy as np

from clewline.formats.tables.text import FORBIDDEN

LINE_END, TAB, QUOTE, DELETE = ord("\n"), ord("\t"), b'"', b"\x7f"
RETURN = b"\r"
FIRST_PRINTABLE = np.uint8(32)
AT_ONCE = 1 << 19
"""Bytes that are counted at a time: what is made of them stays in the processor's own memory."""


def line_ends(text: bytes | bytearray | memoryview, begin: int = 0, stop: int | None = None) -> int:
    """Return how many line ends stand in the bytes."""
    stop = len(text) if stop is None else stop
    return sum(
        int(np.count_nonzero(np.frombuffer(text, np.uint8, min(AT_ONCE, stop - at), at) == LINE_END))
        for at in range(begin, stop, AT_ONCE)
    )


def plain_lines(held: bytearray, begin: int, stop: int) -> tuple[int, bool] | None:
    """Return how many lines stand in these bytes of UTF-8 and whether they end in a carriage return and a line end.

    Nothing is returned where they are not plain. They are whole lines, of which the last may have no end.
    """
    if held.find(QUOTE, begin, stop) >= 0:
        return None
    # Found by the bytes themselves in one jump, which is quicker than to count.
    returned, tabbed = held.find(RETURN, begin, stop) >= 0, held.find(b"\t", begin, stop) >= 0
    low = tabs = 0
    for at in range(begin, stop, AT_ONCE):
        seen = np.frombuffer(held, np.uint8, min(AT_ONCE, stop - at), at)
        low += int(np.count_nonzero(seen < FIRST_PRINTABLE))
        tabs += int(np.count_nonzero(seen == TAB)) if tabbed else 0
    ends = line_ends(held, begin, stop)
    returns = held.count(RETURN, begin, stop) if returned else 0
    if returned and (returns != held.count(b"\r\n", begin, stop) or returns != ends):
        return None
    printable = low == ends + returns + tabs and held.isascii() and held.find(DELETE, begin, stop) < 0
    if not printable and not _is_text(memoryview(held)[begin:stop]):
        return None
    unended = stop > begin and held[stop - 1] != LINE_END
    return ends + unended, returned


def _is_text(piece: memoryview) -> bool:
    try:
        text = str(piece, "utf-8")
    except UnicodeDecodeError:
        return False
    return FORBIDDEN.search(text) is None
