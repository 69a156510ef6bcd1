"""What was received: dated entries, each with its source."""

from clewline.record.entry import Entry
from clewline.record.facts import Facts
from clewline.record.kinds import all_kinds, name_of
from clewline.record.problem import Problem
from clewline.record.source import FileLine, Source, Statement

__all__ = ["Entry", "Facts", "FileLine", "Problem", "Source", "Statement", "all_kinds", "name_of"]
