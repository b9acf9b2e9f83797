"""The werkvoorraad: what to do this morning, for whom, and why."""
