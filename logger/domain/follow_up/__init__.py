"""Periods that are followed up, and who approves them."""
