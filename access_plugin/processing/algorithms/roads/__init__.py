"""Algorithms of the group "roads": one class a file."""
