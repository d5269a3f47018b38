"""Power cuts on a disk of their own: what was said to be kept must be there when the power is back."""
