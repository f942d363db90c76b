"""What a person who runs shops asks for, under /api/owner/: signing in, the list of shops."""
