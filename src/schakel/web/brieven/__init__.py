"""The letters of a dossier, as they were made."""
