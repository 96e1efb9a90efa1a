"""The command `kg`: one module a group of commands, each the same question as a route of the REST API.

Start-up is part of the promise (half a second for an answer): what is heavy is imported inside of a command.
"""

import os
import sys

FAULT = 70
"""The exit status of a fault of our own (EX_SOFTWARE)."""


def main() -> None:
    """Run the command line; errors are told in one line, never as a traceback (unless KG_DEBUG is set)."""
    from api.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a name may not fit the terminal
    try:
        app(prog_name="kg")
    except Exception as fault:  # the outermost boundary: what arrives here is nobody's mistake but ours
        if os.environ.get("KG_DEBUG"):
            raise
        words = " ".join(f"{fault!r}".split())[:300]
        sys.stderr.write(f"kg: a fault of kg's own, please report it (KG_DEBUG=1 shows where): {words}\n")
        sys.exit(FAULT)
