"""Copies taken out of the site: what a page shows, all of it, in a format, for a reason that is logged."""
