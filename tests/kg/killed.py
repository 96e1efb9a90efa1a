"""A process that loads the stories and kills itself at a step of one write: `python -m tests.kg.killed URL STEP`."""

import os
import signal
import sys

from kg.stores import open_store
from kg.stores.steps import Step
from tests.kg.stories import SHUSHA_DENIED, SHUSHA_TAKEN, SHUSHA_TAKEN_CORRECTED, TOLLS

LOADED = (SHUSHA_TAKEN, SHUSHA_DENIED, SHUSHA_TAKEN_CORRECTED, TOLLS)
FATAL_WRITE = 3


def main(url: str, fatal: Step) -> None:
    begun = 0

    def announce(step: Step) -> None:
        nonlocal begun
        begun += step is Step.BEGUN
        if begun == FATAL_WRITE and step is fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    with open_store(url, create=True, announce=announce) as store:
        for bundle in LOADED:
            store.put(bundle)


if __name__ == "__main__":
    main(sys.argv[1], Step(sys.argv[2]))
