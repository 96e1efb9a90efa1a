"""The errors of this package."""


class OntologyError(ValueError):
    """Something does not fit what can be said."""


class SchemaError(OntologyError):
    """A file of the schema or the register is wrong; the message names file and line."""


class DateError(OntologyError):
    """A date is not written as 2020, 2020-11 or 2020-11-08."""


class BundleError(OntologyError):
    """A bundle contradicts itself: a claimant that it does not list, a quote that its text does not hold."""


class ManifestError(OntologyError):
    """What should be the manifest of a release is none."""
