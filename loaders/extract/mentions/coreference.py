"""Whom a pronoun or a description means, where that is clear; where it is not, nobody."""
