"""Inställningar: what an administrator keeps."""
