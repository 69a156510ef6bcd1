"""A file that was sent to the site: told what it is, looked at, and taken in or left."""
