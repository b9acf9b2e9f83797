"""SQLite as Django knows it, with one difference: whoever waits to write is let in soon."""
