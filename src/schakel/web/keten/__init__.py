"""The chain as it was agreed."""
