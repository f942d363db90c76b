"""Ways to be served. Each folder here is one, known by its kind.py; nothing else has to be told."""
