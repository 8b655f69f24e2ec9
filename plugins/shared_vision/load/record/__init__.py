"""From plain values to records, or to what is wrong with them."""
