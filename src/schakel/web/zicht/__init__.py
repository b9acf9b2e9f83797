"""Who sees what of a dossier, and sharing what the newcomer himself asks to share."""
