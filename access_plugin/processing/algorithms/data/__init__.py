"""Algorithms of the group "data": one class a file."""
