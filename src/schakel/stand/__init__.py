"""Stand van zaken: read-only figures over all rooms below, each traceable to the facts of a day."""
