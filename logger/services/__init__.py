"""Deeds: one function, one transaction; session and time are passed in."""
