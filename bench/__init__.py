"""How fast onrecord reads, and how much memory it takes, by public means only."""
