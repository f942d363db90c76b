"""The web server: settings, addresses, the HTTP API, sign-in, pages. It holds no rules; those live in commerce."""
