"""The shop's business as Django apps. Knows nothing of HTTP; each folder with an apps.py is an app, found by scanning."""
