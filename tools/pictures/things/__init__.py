"""Everything that can stand on the table, each a function that puts it into a scene."""
