"""HTML doors by audience: phone shell, desk, public."""
