"""Demo content: invented people and plausible work on two signed pledges, so that all can be tried."""
