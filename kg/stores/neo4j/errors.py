"""Where the driver's errors end: what goes on is ours, and its message says what to do and holds no credentials."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from kg.errors import StoreBusy, StoreDenied, StoreError, StoreMismatch, StoreUnreachable

_TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Run the driver; `place` is the server's address as it may be shown."""
    try:
        yield
    except (Neo4jError, DriverError) as exc:
        raise _ours(exc, place) from exc
    except UnicodeEncodeError as exc:
        raise StoreError("half of a character (a lone surrogate) is in no store: write the text in UTF-8") from exc
    except OverflowError as exc:
        raise StoreError(f"Neo4j keeps whole numbers of up to 64 bits, nothing was written: {exc}") from exc


def _ours(exc: Neo4jError | DriverError, place: str) -> StoreError:
    match exc:
        case AuthError():
            return StoreDenied(
                f"Neo4j at {place} refused the user name or password: set KG_NEO4J_USER and KG_NEO4J_PASSWORD"
            )
        case ClientError(code=code) if code and code.startswith("Neo.ClientError.Security."):
            return StoreDenied(f"Neo4j at {place} does not let this user in, or not do this: {_first_line(exc)}")
        case ServiceUnavailable() | SessionExpired():
            return StoreUnreachable(
                f"Neo4j does not answer at {place}: is it running? Start it, or name another store with --store"
            )
        case ConfigurationError():
            return StoreMismatch(f"the server at {place} is too old, or no Neo4j: Neo4j 5.7 or newer is needed")
        case ClientError(code="Neo.ClientError.Database.DatabaseNotFound"):
            return StoreMismatch(f"Neo4j at {place} has no such database: name one that is there (neo4j://HOST/neo4j)")
        case ClientError(code=code) if code and code.startswith(_TIMED_OUT):
            return StoreBusy(f"another process has been writing to {place} for minutes: try again when it is done")
        case TransientError():
            return StoreBusy(f"Neo4j at {place} is overloaded and gave up after several tries: try again later")
    return StoreError(f"Neo4j at {place} could not do it: {_first_line(exc)}")


def _first_line(exc: Neo4jError | DriverError) -> str:
    told = exc.message if isinstance(exc, Neo4jError) else str(exc)
    return (told or "no reason given").partition("\n")[0][:300]
