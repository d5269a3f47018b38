"""What the figures say: pace, outlook, judgement, and the facts shown to citizens."""
