"""Who may come in: passwords, sign-in, tokens, users."""
