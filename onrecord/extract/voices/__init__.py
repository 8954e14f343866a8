"""Voices: who speaks and acts in one report, with every mention of them."""
