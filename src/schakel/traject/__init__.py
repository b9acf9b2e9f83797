"""What must happen, what did, and by when: brede intake, leerbaarheidstoets, PIP, aanmelding.

Not here: money, meetings and letters. Deeds that bear on a term go through this room, also when
the fact itself belongs to `dossier`.
"""
