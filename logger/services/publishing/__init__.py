"""What citizens read, and what recomputes it."""
