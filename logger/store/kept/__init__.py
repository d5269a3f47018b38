"""What is kept so that boards need not count: progress, day books and their leaves."""
