"""What phones send and fetch: streams, the ledgers' operations and counters, what is held."""
