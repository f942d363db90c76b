"""Drafts, the record of their edits, releases, and which release is live. An edit never changes what shoppers see;
only moving the live pointer does. All actions need the shop's scope.
"""
