"""The bare page's template: the site's own page, its rows taken out."""

import re
from pathlib import Path

ROWS = re.compile(r'(<tbody class="govuk-table__body">)(.*?)(</tbody>)', re.DOTALL)


def write_template(page: str, folder: Path) -> None:
    """Write the template into the folder."""
    before, begin, _, end, after = ROWS.split(page, maxsplit=1)
    rows = (Path(__file__).parent / "rows.html").read_text()
    (folder / "timeline.html").write_text(_verbatim(before + begin) + rows + _verbatim(end + after))


def _verbatim(text: str) -> str:
    return "{% verbatim %}" + text + "{% endverbatim %}"
