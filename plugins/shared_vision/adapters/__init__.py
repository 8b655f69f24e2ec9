"""The edge: disk, clock, terminal, MkDocs; everything that is not a pure function lives here."""
