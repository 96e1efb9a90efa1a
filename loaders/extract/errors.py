"""The errors of this package."""

from loaders.errors import LoaderError


class DamagedModel(LoaderError):
    """A file of the model is missing or is not the one that was shipped."""
