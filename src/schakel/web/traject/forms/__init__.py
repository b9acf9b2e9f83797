"""The forms that record a step or correct one: shape only; the rules check meaning."""
