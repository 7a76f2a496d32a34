"""Algorithms of the group "prepare": one class a file."""
