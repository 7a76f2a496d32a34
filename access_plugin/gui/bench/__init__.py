"""The bench in the window: places are tried by hand, on the map and in a list, and their effect is seen at once."""
