"""Places: the register, proposals, signs."""
