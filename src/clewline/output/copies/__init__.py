"""Copies that are taken out: one file a format, each from the same rows, links and places, with the same face."""

from clewline.output.copies.copy import Copy, Face, Place
from clewline.output.copies.formats import FORMATS, Format, Holds

__all__ = ["FORMATS", "Copy", "Face", "Format", "Holds", "Place"]
