"""The whole job: what a study computes, the folder that holds it, and what may be published of it."""
