"""Formal alliances of the Correlates of War, by member: which state was bound to which alliance, and when.

`loaders/datasets/cow_alliances/` has what both files have in common.
"""
