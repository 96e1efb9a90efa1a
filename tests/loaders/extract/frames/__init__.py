"""Tests of `loaders.extract.frames`."""
