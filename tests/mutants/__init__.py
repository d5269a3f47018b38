"""Harm done to the sync code on purpose, one harm at a time: the tests must see each."""
