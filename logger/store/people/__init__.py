"""People: who they are, how they sign in, and whose name stands on what is kept."""
