"""Algorithms of the group "study": one class a file."""
