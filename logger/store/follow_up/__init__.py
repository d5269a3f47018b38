"""Follow-ups, what came too late for one, and what was made public."""
