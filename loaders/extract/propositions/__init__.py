"""Propositions: what sentences state, by frames (exact) and by the reader's triggers and roles (wide).

Who says it is not asked here. Thresholds and word limits are data in `limits.yaml`.
"""

from loaders.extract.propositions.finding import find_statements

__all__ = ["find_statements"]
