"""Find a person by name, number, phone or address. What was typed is in no address or log."""
