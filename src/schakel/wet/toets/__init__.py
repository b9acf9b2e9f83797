"""The test bench: cases in a fixed vocabulary, answered by our own rules and laid beside what was
expected. The vocabulary is English and that of the cases; each topic turns it into our words.
"""
