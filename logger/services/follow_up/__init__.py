"""Uppföljning: a period frozen, approved and corrected."""
