"""Letters: the templates, and the documents that were made of them.

Not here: what a letter decides. The values are handed in, ready to print.
"""
