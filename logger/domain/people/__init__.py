"""Who may do what: people, parties, passwords, sessions."""
