"""From single records to one document in which everything fits together."""
