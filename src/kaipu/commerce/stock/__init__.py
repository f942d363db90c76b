"""How many of a limited dish are left on a day. Reserved when ordered, sold when paid, released when not."""
