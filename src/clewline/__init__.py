"""Clewline: a case record whose published figures open to the lines of the files they rest on."""
