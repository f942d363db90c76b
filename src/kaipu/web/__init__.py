"""The web server: settings, addresses, the HTTP API, sign-in and the pages. It holds no rules of trade; those live in commerce."""
