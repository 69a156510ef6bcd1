"""The systems whose exports are read: their layouts, columns and codes, from the mapping files."""

from clewline.formats.mapping import EntryTemplate, SystemMapping, Take, read_mapping
from clewline.record.kinds import name_of
from house import PACKAGE
from pages.markdown import finish, head, table


def page() -> str:
    """Return the page."""
    lines = head(
        "Mappings",
        "A mapping says how one system's exports are laid out. Each is one file in "
        "`src/clewline/formats/mappings/`; [how to write one](../how-to/take-in-a-system.md). "
        "A layout fits a file or sheet whose header has all of its columns; columns that no layout reads are left.",
    )
    for path in sorted((PACKAGE / "formats" / "mappings").glob("*.toml")):
        lines += _system(read_mapping(path.read_text(encoding="utf-8")))
    return finish(lines)


def _system(system: SystemMapping) -> list[str]:
    written = [f"days as {system.dates}"]
    written += [f"{system.encoding} text"] if system.encoding else []
    written += [f"columns parted by `{system.delimiter}`"] if system.delimiter else []
    lines = [
        f"## {system.title} {{ #{system.name} }}",
        "",
        f"Mapping `{system.name}`: {', '.join(written)}.",
        "",
    ]
    if system.stated:
        lines += [
            "Its rows are published values: each is read as it was stated, in one `published` entry.",
            "",
        ]
    for layout in system.layouts:
        if not layout.entries:
            continue
        lines += [f"### {layout.name}", ""]
        lines += table(
            ["column", "becomes"],
            ([f"{column}", "; ".join(uses)] for column, uses in _uses(layout.entries).items()),
        )
    return lines


def _uses(entries: tuple[EntryTemplate, ...]) -> dict[str, list[str]]:
    """Return each column of a layout with what it becomes."""
    uses: dict[str, list[str]] = {}
    for entry in entries:
        kind = name_of(entry.kind)
        parts = [(entry.day, f"day of `{kind}`")]
        parts += [(c, f"subject of `{kind}`") for c in entry.columns() if f"{{{c}}}" in entry.subject]
        parts += [(c, f"whether there is a `{kind}`") for c in (*entry.when, *entry.unless_empty)]
        parts += [(c, f"`{kind}.{f}`{_how(t)}") for f, t in entry.fields.items() for c in t.columns()]
        for column, use in parts:
            if use not in uses.setdefault(column, []):
                uses[column].append(use)
    return dict(sorted(uses.items()))


def _how(take: Take) -> str:
    if take.born is not None:
        return " (age on the day)"
    if take.times is not None:
        return f" (times {take.times})"
    return " (by code)" if take.codes is not None else ""
