"""What is said to each "no", by whom it is said to; by code, each with its status, title and sentence."""
