"""Who it is about: person, household, dossier, and the facts on which every right rests.

Not here: what must happen next and by when (that is `traject`).
"""
