"""Hand out accounts: list, add, change, switch off, invite."""
