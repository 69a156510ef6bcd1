"""Write a bulletin from a counted week: `write` gives its paragraphs, `as_text` its text."""
