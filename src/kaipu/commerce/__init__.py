"""The shop's business as Django apps. Knows nothing of HTTP; each folder with an apps.py is one, found by scanning."""
