"""Where another doctor would help most."""
