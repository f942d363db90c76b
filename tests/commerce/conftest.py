"""Fixtures for the shop's business; what they make is in selling.py."""

from .selling import at_the_same_time, other_seller, seller, shopper

__all__ = ["at_the_same_time", "other_seller", "seller", "shopper"]
