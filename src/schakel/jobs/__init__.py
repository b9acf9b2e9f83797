"""The commands: upkeep, figures and checks, by hand or by the clock of the machine."""
