"""Shops, the people who run them, and the wall between one shop and another."""
