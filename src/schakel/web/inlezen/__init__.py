"""Lists that come in: choose a file, see what would become of it, mend, bring in."""
