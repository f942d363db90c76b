"""Shoppers of a shop: who they are on which platform, and the tokens their pages hold."""
