"""The platforms: one folder each, found by scanning. See `target` for what a folder must hold."""
