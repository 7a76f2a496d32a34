"""Algorithms: one class a file."""
