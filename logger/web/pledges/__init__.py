"""Pledges on the desk: documents, drafts, the editor."""
