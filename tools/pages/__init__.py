"""The generated pages of the reference: ONE FILE per page, named as the page.

Each declares `page()`, which returns the page as Markdown from the code itself, the same on every machine.
"""
