"""From a folder of files as they come to a study folder that is ready."""
