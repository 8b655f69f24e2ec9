"""From bytes to records with the place of every value, one file at a time."""
