from collections.abc import Iterator
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from api.browser.files import GUIDE, QUERIES, STYLE, get_files
from api.browser.serving import FileServer
from api.errors import NotServed


@pytest.fixture
def server() -> Iterator[FileServer]:
    with FileServer(0) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("name", [STYLE, QUERIES, GUIDE])
def test_each_file_may_be_read_by_another_page(server: FileServer, name: str) -> None:
    with urlopen(f"{server.url}{name}") as answer:
        assert answer.read() == get_files()[name]
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_browser_may_ask_with_headers_of_its_own(server: FileServer) -> None:
    with urlopen(Request(f"{server.url}{GUIDE}", method="OPTIONS")) as answer:
        assert answer.status == 204
        assert answer.headers["Access-Control-Allow-Headers"] == "*"


@pytest.mark.parametrize("path", ["", "queries", "../pyproject.toml", "%2e%2e/pyproject.toml", "/etc/passwd"])
def test_nothing_else_is_served(server: FileServer, path: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{server.url}{path}")
    assert refused.value.code == 404
    refused.value.close()


def test_a_taken_port_is_told(server: FileServer) -> None:
    taken = server.server_address[1]
    with pytest.raises(NotServed, match=f"cannot serve at localhost:{taken} .*: choose another --port"):
        FileServer(int(taken))
