"""ATOP's alliances by dyad and year: which obligations bound two states, for how long."""
