"""The HTTP API: a shopper's and an owner's. Routers are found by scanning; a route calls one action, holds no rule."""
