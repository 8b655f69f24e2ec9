"""What changed: versions of the records compared, one after the other."""
