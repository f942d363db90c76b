"""What happens around every request: its number and log line, limits on its size, and the security headers."""
