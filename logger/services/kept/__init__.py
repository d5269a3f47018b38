"""What is kept so that boards need not count: ledgers, books, presence, and their rebuilding."""
