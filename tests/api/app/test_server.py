import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from api.app.server import check_guarded, is_loopback
from api.errors import NotServed
from tests.api.conftest import Kg


@contextmanager
def served(*options: str, **environment: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The address at which a process serves, and the process."""
    command = [sys.executable, "-c", "from api.cli import main; main()", "serve", "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment}) as process:
        try:
            assert process.stderr is not None
            told = process.stderr.readline()
            yield told.partition(" is served at ")[2].split(" ")[0], process
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)


def get(url: str, **headers: str) -> object:
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=30) as answer:
        return json.load(answer)


def test_a_served_store_answers_and_ends_without_a_traceback(url: str) -> None:
    with served("--store", url) as (address, process):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        found = get(f"{address}arms?recipient=Armenia")
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert isinstance(found, dict)
    assert [link["supplier"]["name"] for link in found["items"]] == ["Russia"]
    assert "Traceback" not in err


def test_with_a_key_any_address_may_be_served(url: str) -> None:
    with served("--store", url, "--host", "0.0.0.0", KG_API_KEY="long and random") as (address, _):
        local = address.replace("0.0.0.0", "127.0.0.1")
        assert get(f"{local}health", **{"X-API-Key": "long and random"})
        with pytest.raises(urllib.error.HTTPError, match="401"):
            get(f"{local}health")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_without_a_key_no_other_address_is_served(kg: Kg, host: str) -> None:
    done = kg("serve", "--host", host)
    assert done.exit_code == 2
    assert "KG_API_KEY" in done.stderr


@pytest.mark.parametrize("key", ["", " ", "schlüssel", "two\nlines"])
def test_a_key_that_no_header_can_carry_is_refused(key: str) -> None:
    with pytest.raises(NotServed, match="plain ASCII"):
        check_guarded("127.0.0.1", key)


def test_a_port_that_is_taken_is_told(kg: Kg) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = kg("serve", "--port", str(taken.getsockname()[1]))
    assert done.exit_code == 2
    assert "address already in use" in done.stderr
    assert "--port" in done.stderr


def test_which_addresses_are_this_machines_alone() -> None:
    assert all(map(is_loopback, ["127.0.0.1", "127.1.2.3", "::1", "localhost"]))
    assert not any(map(is_loopback, ["0.0.0.0", "::", "10.0.0.1", "localhost.example.org", ""]))
