"""Sheets kept before this book: cells, words, rows."""
