"""What became of the people safeguarded, in plain words."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "all": "were safeguarded",
    "referral": "were referred to a partner",
    "accepted": "were accepted by the partner",
    "help": "got help",
    "nrm": "were referred to the National Referral Mechanism",
    "status": "had their status as a possible victim, a victim or neither said by a named person",
    "outcome": "have an outcome of a programme recorded",
    "nothing": "have none of these recorded since",
}
"""What is said of the people of each number, after it."""

HELP = "Help is support that was received, something that a partner did, or a programme that was taken up."


def title_words(people: int) -> str:
    """Return what the page is called: `What happened to the 177 people safeguarded`."""
    if not people:
        return "What happened to the people safeguarded"
    return f"What happened to the {people:,} {'person' if people == 1 else 'people'} safeguarded"


def line_words(what: str, people: int) -> str:
    """Return what is said after a number: of one person, in the singular."""
    said = WORDS[what]
    if people != 1:
        return said
    for several, one in (("were ", "was "), ("have ", "has "), ("had their ", "had their ")):
        if said.startswith(several):
            return one + said.removeprefix(several)
    return said
