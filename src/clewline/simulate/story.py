"""One made-up child's story, for the demo: which steps were taken, by whom, on which day, and what each teaches.

It is a text that a person can read and change. How it is played, so that each step goes the way that the same act goes
on a page, is for the workflow to say.
"""

from importlib.resources import files

NAME = "coach_station.toml"


def default_story() -> str:
    """Return the story of a child who is met at a coach station, as TOML."""
    return (files(__package__) / "stories" / NAME).read_text(encoding="utf-8")
