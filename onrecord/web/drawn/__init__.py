"""What a page draws, worked out as plain values: marks in a text, charts, lanes, threads, accounts side by side."""
