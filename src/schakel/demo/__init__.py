"""The training region and its clock; built through the actions, as a user would."""
