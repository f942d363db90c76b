"""What can be done to an order: one verb a file. Every action needs the shop's scope and is part of its transaction."""
