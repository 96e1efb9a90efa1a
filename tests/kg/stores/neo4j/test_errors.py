import pytest
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from kg.errors import StoreBusy, StoreDenied, StoreError, StoreMismatch, StoreUnreachable
from kg.stores.neo4j.errors import translated

PLACE = "bolt://127.0.0.1:7687"


def from_server(code: str) -> Neo4jError:
    return Neo4jError._hydrate_neo4j(code=code, message="first line\nsecond line")


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        (ServiceUnavailable("gone"), StoreUnreachable),
        (SessionExpired("gone"), StoreUnreachable),
        (AuthError("no"), StoreDenied),
        (from_server("Neo.ClientError.Security.Unauthorized"), StoreDenied),
        (from_server("Neo.ClientError.Security.Forbidden"), StoreDenied),
        (from_server("Neo.ClientError.Security.AuthenticationRateLimit"), StoreDenied),
        (from_server("Neo.ClientError.Security.CredentialsExpired"), StoreDenied),
        (ConfigurationError("too old"), StoreMismatch),
        (from_server("Neo.ClientError.Database.DatabaseNotFound"), StoreMismatch),
        (TransientError("again"), StoreBusy),
        (from_server("Neo.TransientError.Transaction.DeadlockDetected"), StoreBusy),
        (from_server("Neo.ClientError.Transaction.TransactionTimedOut"), StoreBusy),
        (from_server("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"), StoreBusy),
        (from_server("Neo.DatabaseError.General.UnknownError"), StoreError),
        (UnicodeEncodeError("utf-8", "\ud83d", 0, 1, "surrogates not allowed"), StoreError),
        (OverflowError("Integer out of bounds"), StoreError),
    ],
)
def test_what_the_driver_raises_becomes_ours(foreign: Exception, ours: type[StoreError]) -> None:
    with pytest.raises(StoreError) as caught, translated(PLACE):
        raise foreign
    assert type(caught.value) is ours
    assert caught.value.__cause__ is foreign
    assert "\n" not in str(caught.value)


def test_our_own_errors_pass() -> None:
    with pytest.raises(StoreBusy, match="as it was"), translated(PLACE):
        raise StoreBusy("as it was")
