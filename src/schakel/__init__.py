"""Schakel: one file per newcomer for everyone in the chain of the Wet inburgering 2021.

How the house is built: docs/huis.md.
"""

__version__ = "0.1.0"
