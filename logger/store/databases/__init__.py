"""How databases are opened, waited for, copied, backed up and brought to this release's schema."""
