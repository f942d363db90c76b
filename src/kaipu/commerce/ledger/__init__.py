"""The shop's books: double entry, append-only, each entry chained to the one before by its hash."""
