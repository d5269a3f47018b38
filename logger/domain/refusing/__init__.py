"""Every no, with its name."""
