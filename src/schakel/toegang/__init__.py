"""The hall: who are you, what may you do, who looked at whom, and what time is it.

Which rows someone sees is decided in each room's own `visible_to`.
"""
