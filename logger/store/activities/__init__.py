"""Activities: read and projected, pairs that may be one, and lines of books kept before."""
