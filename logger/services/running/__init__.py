"""What an operator runs: installation, backups, restoring, soundness."""
