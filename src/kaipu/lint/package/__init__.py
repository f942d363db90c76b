"""A whole mini-program: its configuration, its pages and components, and whether everything that is named is there."""
