"""Algorithms of the group "placement": one class a file."""
