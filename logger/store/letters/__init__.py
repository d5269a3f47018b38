"""Letters and reminders: who asked for them."""
