"""The command `kg`: one module a group of commands, each the same question as a route of the REST API.

Start-up is part of the promise (half a second for an answer): what is heavy is imported inside of a command.
"""

import sys


def main() -> None:
    """Run the command line; errors are told in one line, never as a traceback."""
    from api.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a name may not fit the terminal
    app(prog_name="kg")
