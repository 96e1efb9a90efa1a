"""Inter-state wars of the Correlates of War: which two states were at war, in which years."""
