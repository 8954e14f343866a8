"""Times: the words that name days, and their tense."""
