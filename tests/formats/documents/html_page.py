"""What a page of the folder `pages` is read into."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "pages"


@dataclass(frozen=True, kw_only=True)
class Page:
    """What of a page is its article, and what is not."""

    keep: tuple[str, ...]
    """Lines that the text must have, whole and in this order."""
    drop: tuple[str, ...]
    """Words that the text must not have."""


def markup(name: str) -> str:
    """Return a page by its name."""
    return (FOLDER / f"{name}.html").read_text(encoding="utf-8")
