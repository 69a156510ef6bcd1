"""Bulletins: draft, release by a second person, replay, and the corrections that later records make needful."""
