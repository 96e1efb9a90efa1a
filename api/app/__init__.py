"""The REST API: routers that ask `kg.questions` and shape nothing, with paging, problems and a guard around them.

No answer is computed here; the command line gives the same ones.
"""
