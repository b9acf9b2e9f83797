"""Who we work with: gemeenten, organisations, their medewerkers, and what was agreed with them.

Not here: the link between one of them and one dossier (that is `dossier.Betrokkene`).
"""
