"""Activities on the desk: lists, one of them, corrections, what is held."""
