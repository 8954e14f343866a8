"""Talks: meetings, calls and rounds, held or meant."""
