"""Strings only: ids, offsets and similarity."""
