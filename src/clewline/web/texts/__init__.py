"""Texts that somebody pastes: read into claims, and checked."""
