"""What counts: occasions, covering, presence and the books they are kept in."""
