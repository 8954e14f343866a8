"""Disputes: two sides against each other on whether something is so."""
