"""Where people are: points that carry inhabitants."""
