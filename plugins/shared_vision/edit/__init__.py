"""Changing what partners wrote, in the very text they wrote it in."""
