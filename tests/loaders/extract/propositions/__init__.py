"""Tests of `loaders.extract.propositions`."""
