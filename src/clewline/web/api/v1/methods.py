"""How figures are counted."""

from ninja import Field, Schema

from clewline.figures import all_figures
from clewline.web.asked import Request


class Definition(Schema):
    """One way of counting a figure."""

    version: str
    sentence: str = Field(description="What is counted.")
    authority: str = Field(description="Whose definition it is, and where it stands.")


class Method(Schema):
    """A figure, and how it is counted."""

    name: str = Field(description="Its indicator: the name that the addresses of figures take.")
    title: str
    unit: str
    measure: str = Field(description="count, sum or rate.")
    group: str = Field(description="Heading under which it is printed.")
    dimensions: list[str] = Field(description="What it can be narrowed by.")
    definitions: list[Definition] = Field(description="The first is shown unless another is asked for.")


class Methods(Schema):
    """Every figure."""

    figures: list[Method]


def methods(request: Request) -> Methods:
    """Every figure with its definitions, in the order in which bulletins report."""
    some = sorted(all_figures().values(), key=lambda one: (one.rank, one.name))
    return Methods(
        figures=[
            Method(
                name=one.name,
                title=one.title,
                unit=one.unit,
                measure=one.measure,
                group=one.group,
                dimensions=list(one.dimensions),
                definitions=[
                    Definition(version=each.version, sentence=each.sentence, authority=each.authority)
                    for each in one.definitions
                ],
            )
            for one in some
        ]
    )
