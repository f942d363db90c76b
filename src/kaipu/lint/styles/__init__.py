"""Style sheets: properties, values, selectors and imports."""
