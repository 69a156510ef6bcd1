"""Look for a pattern without regard to case in a text that is in small letters already: several times as fast."""

import re

_KEPT = re.compile(r"\\.|\(\?P|[A-Z]")
"""What a pattern holds in capitals: its own marks (`\\W`, `(?P<`) and letters."""


def small(text: str) -> str:
    """Return a text in small letters, of the same length: a letter that would become two stays as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def in_small(pattern: str) -> re.Pattern[str]:
    """Compile a pattern, in which case says nothing, for a text in small letters."""
    return re.compile(_KEPT.sub(lambda m: m[0] if len(m[0]) > 1 else m[0].lower(), pattern))
