"""Places on the desk: the register, proposals, signs, the map."""
