"""What a shopper's page asks for, under /api/shop/{slug}/. A bearer token is needed unless a route says auth=None."""
