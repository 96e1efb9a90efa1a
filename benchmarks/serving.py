"""How fast questions are answered, over a store that is there: `python benchmarks/serving.py STORE [--seconds N]`.

`kg arms` is timed from the start of its process. `/arms` is asked by an open-loop client: requests leave at a fixed
rate over as many connections, whether or not others were answered, and latency counts from when each was due. While it
asks, another process loads articles into the store (on a copy, for an embedded one: the store itself stays as it is).
"""

import argparse
import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

KG = [sys.executable, "-c", "from api.cli import main; main()"]
ASKED = "/arms?recipient={}&limit=50"
RECIPIENTS = ("Azerbaijan", "India", "Egypt", "Turkey", "Q159", "Pakistan", "Armenia", "Q30")
CONNECTIONS, RATE, STARTS = 32, 50, 7


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds from when a request was due to its whole answer."""

    requests: int
    median: float
    p99: float
    worst: float

    @classmethod
    def of(cls, taken: Sequence[float]) -> "Latency":
        """Of the times of some requests."""
        inorder = sorted(taken)
        return cls(len(inorder), inorder[len(inorder) // 2], inorder[int(len(inorder) * 0.99)], inorder[-1])


def time_arms(store: str, *options: str) -> list[float]:
    """Seconds that `kg arms` takes from the start of its process, several times, the fastest first."""
    environment = {**os.environ, "KG_STORE": store}
    taken = []
    for _ in range(STARTS):
        began = time.perf_counter()
        subprocess.run([*KG, "arms", *options], check=True, capture_output=True, env=environment)
        taken.append(time.perf_counter() - began)
    return sorted(taken)


def time_requests(store: str, seconds: float, *, loading: bool = True) -> Latency:
    """The latency of `/arms` over a served store, while another process loads into it."""
    with _serving(store) as port, _loading(store, on=loading):
        return Latency.of(ask(port, seconds))


def ask(port: int, seconds: float, rate: float = RATE, connections: int = CONNECTIONS) -> list[float]:
    """Seconds of each request of an open-loop client, from when it was due."""
    mine = threading.local()
    began = time.perf_counter() + 0.5

    def one(number: int) -> float:
        due = began + number / rate
        time.sleep(max(0.0, due - time.perf_counter()))
        if not hasattr(mine, "connection"):
            mine.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        mine.connection.request("GET", ASKED.format(RECIPIENTS[number % len(RECIPIENTS)]))
        response = mine.connection.getresponse()
        answer = response.read()
        if response.status != http.HTTPStatus.OK:
            raise RuntimeError(f"{response.status}: {answer[:200]!r}")
        return time.perf_counter() - due

    with ThreadPoolExecutor(connections) as pool:
        return [*pool.map(one, range(int(seconds * rate)))]


@contextmanager
def _serving(store: str) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    server = subprocess.Popen([*KG, "serve", "--store", store, "--port", str(port)], stderr=subprocess.DEVNULL)
    try:
        _await(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def _await(port: int) -> None:
    for _ in range(200):
        try:
            http.client.HTTPConnection("127.0.0.1", port, timeout=5).request("GET", "/health")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("nothing is served")


@contextmanager
def _loading(store: str, *, on: bool) -> Iterator[None]:
    """Articles go in, one load after another, each of articles that are new."""
    done = threading.Event()

    def load() -> None:
        with tempfile.TemporaryDirectory() as folder:
            number = 0
            while not done.is_set():
                path = Path(folder) / "articles.jsonl"
                path.write_text("".join(f"{json.dumps(_article(number + n))}\n" for n in range(100)), "utf-8")
                subprocess.run([*KG, "load", str(path), "--store", store], check=True, capture_output=True)
                number += 100

    loader = threading.Thread(target=load)
    if on:
        loader.start()
    try:
        yield
    finally:
        done.set()
        if on:
            loader.join()


def _article(number: int) -> dict[str, str]:
    supplier, recipient = ("Russia", "Turkey", "Israel")[number % 3], ("Azerbaijan", "India", "Egypt")[number // 3 % 3]
    return {
        "text": f"{supplier} delivered {number + 2} drones to {recipient} in 2020.",
        "title": f"Drones {number}",
        "url": f"https://example.org/{time.time_ns()}/{number}",
        "publisher": "The Example Herald",
        "published": "2020-11-08",
    }


@contextmanager
def _copied(store: str) -> Iterator[str]:
    scheme, _, path = store.partition(":")
    if scheme != "sqlite":
        yield store
        return
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(path, Path(folder) / "copy.db")
        yield f"sqlite:{folder}/copy.db"


def main(arguments: Sequence[str]) -> None:
    """Print how long both take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store")
    parser.add_argument("--seconds", type=float, default=20.0)
    asked = parser.parse_args(arguments)
    for options in ((), ("--recipient", "Azerbaijan", "--since", "2010")):
        taken = time_arms(asked.store, *options)
        print(f"kg arms {' '.join(options)}: median {taken[len(taken) // 2]:.2f} s, fastest {taken[0]:.2f} s")
    with _copied(asked.store) as store:
        for loading in (False, True):
            it = time_requests(store, asked.seconds, loading=loading)
            milliseconds = ", ".join(f"{name} {getattr(it, name) * 1000:.1f} ms" for name in ("median", "p99", "worst"))
            print(f"/arms, {it.requests} requests{' while a load runs' if loading else ''}: {milliseconds}")


if __name__ == "__main__":
    main(sys.argv[1:])
