"""Ordered and eaten at a table of the shop."""
