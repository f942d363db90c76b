"""Where the database is, the embedded server behind it, and the roles in it."""
