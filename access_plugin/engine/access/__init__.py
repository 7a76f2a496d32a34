"""Times, areas and territories: who is how far from care."""
