"""What a shop sells: categories, dishes, options and their prices. A change shows to shoppers at once."""
