"""A request of a person to see what is held of him or her (AVG art. 15): look, check, make."""
