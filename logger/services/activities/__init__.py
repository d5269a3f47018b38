"""Activities on the desk: lists, search, corrections, doubles, what is held, files in and out."""
