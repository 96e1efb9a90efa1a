"""Formal alliances of the Correlates of War, by dyad: which two states were bound, how, and when.

What it is and how its file looks stand in `dataset.yaml`, the alliances that have a name in `alliances.yaml`.
"""
