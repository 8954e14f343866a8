"""The pages and the API: the same ledger for people in a browser and for programs over HTTP."""
