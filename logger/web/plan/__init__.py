"""Plan: the year of each performer, and its calendar."""
