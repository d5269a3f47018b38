"""Phones and browsers: what is known of them, what reminds them."""
