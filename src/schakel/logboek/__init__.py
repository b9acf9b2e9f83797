"""What happened: one append-only table of gebeurtenissen, on two time axes.

Who may read it is decided in `toegang` and `dossier`; how it looks is decided in `web`.
"""
