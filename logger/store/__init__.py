"""Tables and queries: rows in, domain values out; knows SQLAlchemy, not Flask."""
