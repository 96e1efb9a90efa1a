"""How long a command takes from the start of its process: `python benchmarks/start.py [STORE]`.

The samples go into a new embedded store and, if a store is named (an empty Neo4j database), into that one too. Printed
are the median and the slowest of several starts, in seconds by the clock on the wall.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"
KG = [sys.executable, "-c", "from api.cli import main; main()"]
STARTS = 7

COMMANDS: Sequence[tuple[str, ...]] = (
    ("--help",),
    ("arms",),
    ("arms", "--recipient", "Ukraine", "--json"),
    ("claims", "--kind", "Control"),
    ("load", str(SAMPLES / "al-salam-2007.txt")),
)


def main(stores: Sequence[str]) -> None:
    """Print a table for the embedded store and for each that is named."""
    with tempfile.TemporaryDirectory() as folder:
        for store in (f"sqlite:{folder}/samples.db", *stores):
            seconds(store, ("load", str(SAMPLES)))
            print(store.partition(":")[0])
            for command in COMMANDS:
                taken = [seconds(store, command) for _ in range(STARTS)]
                shown = " ".join(Path(word).name if "/" in word else word for word in command)
                print(f"  {statistics.median(taken):6.2f} {max(taken):6.2f}  kg {shown}")


def seconds(store: str, command: Sequence[str]) -> float:
    """The time from the start of a process to its end."""
    began = time.perf_counter()
    subprocess.run([*KG, *command], check=True, capture_output=True, env={**os.environ, "KG_STORE": store})
    return time.perf_counter() - began


if __name__ == "__main__":
    main(sys.argv[1:])
