"""Every list on screen as a file: csv, xlsx or ods, of what someone may see and nothing else."""
