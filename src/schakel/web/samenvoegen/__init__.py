"""Say that two dossiers are of one person, after seeing them beside each other; and undo it."""
