"""The pictures themselves."""
