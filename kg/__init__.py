"""Where it is kept: the store interface and its backends, status, the mapping to RDF, and the questions asked of them.

Nothing here reads articles or answers HTTP; `loaders` and `api` are not imported.
"""
