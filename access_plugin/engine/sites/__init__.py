"""Who gives care, where, in which role."""
