"""Acts: what somebody does by saying it."""
