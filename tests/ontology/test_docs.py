"""The examples in the docstrings are run."""

import doctest
import importlib
import pkgutil

import pytest

import ontology

MODULES = [module.name for module in pkgutil.walk_packages(ontology.__path__, "ontology.")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_give_what_they_say(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    found = [doctest.DocTestFinder().find(importlib.import_module(name)) for name in MODULES]
    assert sum(bool(test.examples) for tests in found for test in tests) >= 6
