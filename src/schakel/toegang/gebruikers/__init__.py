"""Who has an account, with which role and reach, and what changed in that. Not how one logs in."""
