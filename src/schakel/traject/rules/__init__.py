"""What this room may decide without database and without today's date."""
