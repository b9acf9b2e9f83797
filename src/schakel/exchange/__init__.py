"""Talk with other parties: one folder each, that turns their world into ours and back.

What is a decision lives in the rooms below; nobody below imports this one.
"""
