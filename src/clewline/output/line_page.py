"""A line as one page: no script, nothing fetched, and each number opens the rows that it rests on."""

from clewline.output.line_body import Most, environment, picture
from clewline.output.line_links import in_page
from clewline.output.line_map import routes
from clewline.output.line_moves import PROPOSED
from clewline.output.line_panels import panels
from clewline.workflow.line import Summary

MOST = Most(bursts=40, journeys=150)
"""How many of each the page lists; `clewline line --json` has them all."""
REST = "; <code>--json</code> has them all."


def as_page(found: Summary) -> str:
    """Return the page as HTML."""
    ways = routes(found.movements.journeys)
    told = picture(found, in_page, MOST, rest=REST, proposed=PROPOSED.replace("`", ""))
    return (
        environment()
        .get_template("line.html.j2")
        .render(told | {"ways": ways, "panels": panels(found, ways)})
    )
