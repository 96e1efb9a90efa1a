"""Datasets become bundles: a release is read row by row, mapped to records, and put in parts.

A folder a dataset, with `dataset.yaml` (what it is, how its file looks, what a row says) and, only where a mapping
cannot say it, `records.py`. Any other table comes in by a mapping file of the same language (docs/mappings.md).
"""
