"""Tests of `loaders.extract.tolls`."""
