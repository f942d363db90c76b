"""What a shop's owner asks for, under /api/owner/shops/{slug}/. The user is signed in and a member of the shop."""
