"""The list that a gemeente keeps today: read, tried out, and brought in row by row."""
