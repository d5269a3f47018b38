"""The pledge file: its forms, rules and targets, read and written."""
