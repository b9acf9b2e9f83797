"""DOOR: what can be done to a dossier.

Facts that bear on a term go through `traject.actions`, which calls `feiten` here and keeps the
terms; links and contact data can be changed directly.
"""
