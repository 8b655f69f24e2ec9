"""Other tools' files become our YAML with its CSV."""
