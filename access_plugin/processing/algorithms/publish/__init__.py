"""Algorithms of the group "publish": one class a file."""
