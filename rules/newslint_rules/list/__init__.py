"""Lists: their numbers, and lists of one thing against one another."""
