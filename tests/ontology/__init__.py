"""Tests of what can be said, and of the data that says it."""
