"""The questions that a store is asked, one module each: the command line and the REST API call these and nothing else.

Pure over `kg.store.Reader`: no backend is named here, nothing is written, and what comes back are frozen dataclasses.
"""
