"""Mirrors the four packages; the contract tests run on every store."""
