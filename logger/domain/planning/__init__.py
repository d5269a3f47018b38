"""The plan of a year: items, recurrence, what matches them."""
