"""A flow of rows to blocks: lines put together to paragraphs and items, rows of tables with their cells in columns."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from clewline.formats.documents.document import Block, BlockKind, lines_as_blocks, row
from clewline.formats.documents.hyphens import joined
from clewline.formats.documents.pdf_rows import Row, Run
from clewline.formats.documents.pdf_tables import belongs, in_columns, is_beside

# In sizes of the type, where nothing else is said.
LEADING = 1.25
"""How many times the usual distance of lines parts paragraphs."""
_USUAL = 1.35
"""Distance of lines where a flow has too few of them to tell."""
_FARTHEST = 2.2
"""Distance from which lines never belong together."""
OTHER_SIZE = 1.08
"""How many times as large the type of another kind of block is."""
HEADING = 1.15
_INDENT = 1.0
_FEW = 12
"""Share of a flow's lines, as one in so many, that may begin left of its edge."""
_ENDS = (".", "!", "?", ":", ";", "”", '"', ")", "’")


@dataclass
class Passage:
    """Lines that belong together."""

    lines: list[Run] = field(default_factory=list)
    cells: list[Row] = field(default_factory=list)
    """The rows of a table, where it is one."""
    listed: bool = False
    """Whether it is an item of a list that has no bullets."""
    size: float = 0.0


def passages(flow: Sequence[Row]) -> list[Passage]:
    """Put the rows of a flow together to passages."""
    if not flow:
        return []
    right = max(run.x1 for line in flow for run in line)
    edge = _edge(flow)
    usual = _leading(flow)
    found: list[Passage] = []
    for line in flow:
        last = found[-1] if found else None
        if last and last.cells and belongs(line, last.cells):
            last.cells.append(line)
        elif len(line) > 1:
            above = found.pop() if last and is_beside(last.lines, line) else None
            cells = [*((run,) for run in (above.lines if above else ())), line]
            if found and found[-1].cells and belongs(cells[0], found[-1].cells, far=True):
                found[-1].cells += cells
            else:
                found.append(Passage(cells=cells, size=line[0].size))
        elif last and last.lines and not _parts(last.lines[-1], line[0], usual, right):
            last.lines.append(line[0])
        else:
            found.append(Passage(lines=[line[0]], size=line[0].size))
    _mark_lists(found, edge, usual)
    return found


def _edge(flow: Sequence[Row]) -> float:
    """Return the left edge of the flow's text, whatever a few lines hang out by."""
    edges = Counter(round(line[0].x0) for line in flow)
    return min((edge for edge, lines in edges.items() if lines >= len(flow) / _FEW), default=min(edges))


def _leading(flow: Sequence[Row]) -> float:
    """Return the usual distance of lines, in sizes of the type."""
    apart = sorted(
        (above[0].y - below[0].y) / below[0].size
        for above, below in pairwise(flow)
        if above[0].size <= OTHER_SIZE * below[0].size
        and 0 < above[0].y - below[0].y < _FARTHEST * below[0].size
    )
    # The closest third are the lines of paragraphs, whatever stands between those.
    return apart[len(apart) // 3] if len(apart) > 2 else _USUAL


def _parts(last: Run, line: Run, usual: float, right: float) -> bool:
    """Return whether a line begins a passage of its own after the last one."""
    apart = (last.y - line.y) / line.size
    if not 0 < apart <= min(LEADING * usual, _FARTHEST):
        return True
    if not 1 / OTHER_SIZE <= line.size / last.size <= OTHER_SIZE:
        return True
    if lines_as_blocks(line.text)[:1] and lines_as_blocks(line.text)[0].kind == "item":
        return True
    # The line was ended though the next word had room. In the midst of a sentence, the text is narrower than others.
    word = line.text.split(" ", 1)[0]
    width = (line.x1 - line.x0) * (len(word) + 1) / max(len(line.text), 1)
    room = right - last.x1 > width + line.size / 2
    begins_anew = not word[:1].islower() or last.text.endswith(_ENDS)
    indented = line.x0 > last.x0 + _INDENT * line.size and last.text.endswith(_ENDS)
    return (room and begins_anew) or indented


def _mark_lists(found: list[Passage], edge: float, usual: float) -> None:
    """Mark passages that are indented and follow closely as the items of a list."""
    for above, below in pairwise(found):
        if above.lines and below.lines:
            last, first = above.lines[-1], below.lines[0]
            close = 0 < last.y - first.y <= LEADING * usual * first.size
            alike = abs(above.lines[0].x0 - first.x0) <= first.size / 4
            if close and alike and first.x0 > edge + _INDENT * first.size:
                above.listed = below.listed = True


def blocks(found: Sequence[Passage], known: frozenset[str], body: float) -> Iterator[Block]:
    """Yield the blocks of passages; `known` are the words of the document, `body` is the size of most of its type."""
    for passage in found:
        if passage.cells:
            made = filter(None, map(row, in_columns(passage.cells, known)))
            yield from (replace(block, begins=at == 0) for at, block in enumerate(made))
            continue
        text = ""
        for line in passage.lines:
            text = joined(text, line.text, known) if text else line.text
        kind: BlockKind = "paragraph"
        if passage.listed:
            kind = "item"
        elif passage.size > HEADING * body:
            kind = "heading"
        yield from lines_as_blocks(text, kind)
