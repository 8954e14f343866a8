"""Tests of what measures time and memory."""
