"""What can be asked of a ledger: which records, in which order, with what evidence; commands and pages ask the same."""
