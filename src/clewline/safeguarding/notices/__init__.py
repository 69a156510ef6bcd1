"""The signs that can be noticed in the record: ONE FILE per sign, found by `notice.notices`."""
