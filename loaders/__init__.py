"""How it gets in: articles are read and cleaned, the extractor finds who says what, the gate makes a bundle of it.

`kg` and `api` are not imported: a loader ends in a `Bundle` and knows no store.
"""
