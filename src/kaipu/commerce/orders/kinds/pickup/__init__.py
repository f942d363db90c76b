"""Ordered ahead and picked up at the counter."""
