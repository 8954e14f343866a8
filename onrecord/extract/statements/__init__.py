"""Statements: who is reported to have said what, from the reader and from what the grammar shows."""
