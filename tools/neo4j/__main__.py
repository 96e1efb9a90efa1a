"""`python -m tools.neo4j`: a Neo4j server from the command line."""

import argparse
import sys
from pathlib import Path

from tools.neo4j.errors import ServerError
from tools.neo4j.held import hold
from tools.neo4j.jars import install
from tools.neo4j.server import get_server, start, stop


def main() -> int:
    """Do what the arguments say; 0, or 1 with a message."""
    arguments = _parser().parse_args()
    try:
        return int(arguments.run(arguments) or 0)
    except ServerError as exc:
        print(f"neo4j: {exc}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.neo4j",
        description="A Neo4j Community server on 127.0.0.1 for tests and demos. JAVA_HOME chooses the JVM "
        "(17 or newer), NEO4J_HEAP (384m) and NEO4J_PAGECACHE (64m) its memory.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("install", help="fetch the jars into .neo4j/lib").set_defaults(run=_install)
    begin = commands.add_parser("start", help="start the server of a folder and wait until it answers")
    begin.add_argument("folder", type=Path)
    begin.add_argument("--bolt", type=int, metavar="PORT", help="a free one by default")
    begin.add_argument("--http", type=int, metavar="PORT", help="a free one by default")
    begin.add_argument("--password", help="of the user neo4j, 8 characters or more; without one anybody may connect")
    begin.set_defaults(run=_start)
    for name, run, what in (("stop", _stop, "stop it; its data stays"), ("status", _status, "3 if it does not run")):
        command = commands.add_parser(name, help=what)
        command.add_argument("folder", type=Path)
        command.set_defaults(run=run)
    held = commands.add_parser("hold", help="run an empty server until standard input ends, then remove it")
    held.add_argument("--password")
    held.set_defaults(run=lambda arguments: hold(arguments.password))
    return parser


def _install(_: argparse.Namespace) -> None:
    print(install())


def _start(arguments: argparse.Namespace) -> None:
    server = start(arguments.folder, arguments.bolt, arguments.http, arguments.password)
    print(f"running: {server.url}  {server.browser}  pid {server.pid}")


def _stop(arguments: argparse.Namespace) -> None:
    print("stopped" if stop(arguments.folder) else "not running")


def _status(arguments: argparse.Namespace) -> int:
    server = get_server(arguments.folder.resolve())
    print(f"running: {server.url}  {server.browser}  pid {server.pid}" if server else "not running")
    return 0 if server else 3


if __name__ == "__main__":
    sys.exit(main())
