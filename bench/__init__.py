"""Benchmarks: medians and ratios against a peer in the same run, bounded in time, printed as a table and kept as JSON.
They state figures and never fail a build; README.md says what each should be.
"""
