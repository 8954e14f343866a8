"""Figures: counted numbers, what they count, where, and by whom."""
