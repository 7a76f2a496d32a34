"""Algorithms of the group "access": one class a file."""
