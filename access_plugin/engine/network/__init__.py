"""Roads: read from files, kept with their attributes, timed by a profile and searched."""
