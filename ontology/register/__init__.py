"""The known entities: states, organizations, contested places, weapons, each class in a data file beside this one.

Loaders recognise by it, the store searches by it. Facts about the world are changed in the files, never in code.
"""

from ontology.register.known import Code, Known, KnownName, NameForm, Register, get_register

__all__ = ["Code", "Known", "KnownName", "NameForm", "Register", "get_register"]
