"""Benchmarks: medians and ratios against a peer in the same run, bounded in time, printed as a table and kept as JSON.
They state figures and never fail a build; docs/reference/budgets.md says what the figures should be.
"""
