"""Rules and targets in words, Swedish and English."""
