"""Scripts of packages: syntax, what they reach for, what they define."""
