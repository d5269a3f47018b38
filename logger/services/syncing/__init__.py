"""What phones send and fetch, and how it is entered."""
