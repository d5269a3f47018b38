"""Letters and reminders that leave the house."""
