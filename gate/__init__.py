"""The gate: what onrecord measures, on which data, and the floors below which no figure may fall."""
