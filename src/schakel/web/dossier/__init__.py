"""The list of dossiers and the page of one."""
