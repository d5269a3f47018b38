"""Fältlogg: activities logged in the field, counted against citizen pledges."""
