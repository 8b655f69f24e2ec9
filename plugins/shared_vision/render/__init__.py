"""Pages made from a vision and its measures."""
