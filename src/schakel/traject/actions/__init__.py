"""DOOR: what can be done in a traject. Each: look up, decide, save, record, in one transaction."""
