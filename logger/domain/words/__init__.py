"""The vocabulary that an administrator keeps."""
