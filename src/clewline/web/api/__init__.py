"""The API: what the pages show, for programs, read-only; each program asks in the place of one person, with a token."""
