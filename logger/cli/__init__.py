"""Operators' doors: commands under `flask --app app`."""
