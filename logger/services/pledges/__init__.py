"""Pledges: decisions, drafts, the shelf, rules tried."""
