"""Read a bulletin: every number of a text becomes a claim or is set aside with its reason."""

from clewline.bulletin.read.dates import Issued, issued
from clewline.bulletin.read.reader import read

__all__ = ["Issued", "issued", "read"]
