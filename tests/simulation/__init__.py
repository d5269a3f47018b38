"""Thousands of virtual phones against the real app, in one process, under one seed and a virtual clock."""
