"""The words of a text in the form in which the tables have them."""

_ODD_PLURALS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "schoolchildren": "schoolchild",
    "axes": "axe",
    "knives": "knife",
    "adults'": "adult",
    "children's": "child",
    "staff": "staff",
}


def singular(word: str) -> str:
    """Return a word in small letters and, if it is a plural, in the singular: `Machetes` gives `machete`."""
    word = word.lower().replace("’", "'")
    head, dash, last = word.rpartition("-")
    if dash:
        return f"{head} {singular(last)}" if last in _ODD_PLURALS else f"{head}-{singular(last)}"
    if word in _ODD_PLURALS:
        return _ODD_PLURALS[word]
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1]
