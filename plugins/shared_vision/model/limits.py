"""How large a file may be that is read at all."""

MOST_BYTES = 64 * 1024 * 1024
"""More than a million rows take; no more than this of any file comes into memory."""
