"""Reading an export back with rdflib, which is nobody's way of writing it."""

import warnings

from rdflib import Dataset


def read(data: str, form: str) -> Dataset:
    dataset = Dataset()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="rdflib")  # of itself, by itself
        dataset.parse(data=data, format=form)
    return dataset
