"""Måndagsbrevet, and who wants it."""
