"""How someone comes in: a new dossier, what is missing in it, and who has the regie."""
