"""Who may come in, how often, with how much, and what is noted of it."""
