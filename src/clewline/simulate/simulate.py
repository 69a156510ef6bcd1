"""Write the files that made-up forces and their partners would send."""

from collections.abc import Iterator
from random import Random

from clewline.errors import BadInput
from clewline.simulate.blemishes import plant
from clewline.simulate.days import AFTER
from clewline.simulate.forces import force_named
from clewline.simulate.margins import Margins
from clewline.simulate.neighbour import neighbour_file, neighbour_of
from clewline.simulate.people import People
from clewline.simulate.published import blemishes_file, published_file, truth_file
from clewline.simulate.tables import WORKBOOKS, SimulatedFile, Spot, csv_file, workbook
from clewline.simulate.work import importing, work_of


def simulate(margins: Margins, *, scale: int = 1, seed: int = 1) -> Iterator[SimulatedFile]:
    """Yield the exports of two forces' systems and their partners' hubs, and of a third force's safeguarding system.

    The margins follow from them when they are counted.

    The last files are `published.csv` (the release, where the margins hold one), `blemishes.csv` (what is wrong
    with the exports, and where) and `truth.json` (what no export says). The same arguments give the same bytes.

    :raises BadInput: the scale is below one, or the margins contradict each other.
    """
    if scale < 1:
        raise BadInput("The scale is a whole number of one or more.")
    rng = Random(seed)
    exact = margins.scaled(scale).drawn(rng)
    people = People(rng)
    exporter, importer = force_named(margins.force), force_named(margins.importing_force)
    main = work_of(rng, exact, people, force=exporter, partner=importer, joint=[], strict=True, times=scale)
    joint = [(exporter, s, a) for s in main.suspects for a in s.arrests if a.joint]
    other = work_of(
        rng, importing(exact), people, force=importer, partner=None, joint=joint, strict=False, times=0
    )
    spots: list[Spot] = []
    for work, times in ((main, scale), (other, 0)):
        tables = plant(rng, work.tables, start=margins.start, end=margins.end, times=times)
        if work is other:
            tables[0].bom = True
        for table in tables:
            if table.system not in WORKBOOKS:
                file, found = csv_file(table)
                spots += found
                yield file
        for system in WORKBOOKS:
            file, found = workbook([t for t in tables if t.system == system])
            spots += found
            yield file
    third = neighbour_of(exporter.id, importer.id)
    yield csv_file(neighbour_file(third, people, main.known_elsewhere, last=margins.end + AFTER))[0]
    release = published_file(margins)
    if release is not None:
        yield release
    yield blemishes_file(spots)
    yield truth_file(exact, people, [main.lines, other.lines], main.suspects, {"seed": seed, "scale": scale})
