"""Pledges: their versions, the drafts of them, and what is entered by hand."""
