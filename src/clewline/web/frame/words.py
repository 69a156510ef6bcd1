"""What somebody says in words of their own: a reason, for whom something is."""

from typing import Any

from django import forms


class InWords(forms.CharField):
    """Words on one line; `otherwise` is said where no word stands in them."""

    def __init__(self, *, otherwise: str = "Say why in words.", max_length: int = 500, **named: Any) -> None:
        super().__init__(max_length=max_length, **named)
        self.otherwise = otherwise

    def clean(self, value: Any) -> str:
        """Return the words on one line; refuse what holds no word."""
        return in_words(str(super().clean(value)), self.otherwise)


def in_words(text: str, otherwise: str = "Say why in words.") -> str:
    """Return a text on one line.

    :raises ValidationError: no word stands in it.
    """
    said = " ".join(text.split())
    if not any(mark.isalnum() for mark in said):
        raise forms.ValidationError(otherwise)
    return said
