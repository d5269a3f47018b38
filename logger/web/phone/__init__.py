"""The phone's shell and what it is made of."""
