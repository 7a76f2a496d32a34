"""The planner's bench: what a site that is tried, moved or switched off changes for whom, at once."""
