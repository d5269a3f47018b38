"""Uppföljning on the desk."""
