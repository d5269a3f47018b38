"""How an entry reaches the book: body, envelope, intake, chain, projection."""
