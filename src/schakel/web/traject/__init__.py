"""The forms that record a step or correct one."""
