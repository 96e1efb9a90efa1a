"""Starting and stopping a server that keeps everything of its own (data, settings, logs) in one folder."""

import json
import os
import signal
import socket
import subprocess
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from tools.neo4j.errors import ServerError
from tools.neo4j.jars import install, java

_START_LIMIT_S = 120
_STOP_LIMIT_S = 60
_TAIL = 3000

# what the official neo4j.conf gives the JVM; without the opens the server falls back to slow file access
_JVM_OPENS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its process and its ports on 127.0.0.1."""

    pid: int
    bolt: int
    http: int

    @property
    def url(self) -> str:
        """Where drivers connect."""
        return f"bolt://127.0.0.1:{self.bolt}"

    @property
    def browser(self) -> str:
        """Where people look."""
        return f"http://127.0.0.1:{self.http}/browser/"


def start(folder: Path, bolt: int | None = None, http: int | None = None, password: str | None = None) -> Server:
    """Start the server of a folder on the given ports, else on free ones, and wait until it answers.

    With a password (8 characters or more; the first start of a folder sets it for good) the user is `neo4j`; without
    one anybody on this machine may connect. Raises ServerError.
    """
    folder = folder.resolve()
    if get_server(folder):
        raise ServerError(f"a server runs in {folder} already: stop it first (python -m tools.neo4j stop {folder})")
    free_bolt, free_http = _free_ports()
    bolt, http = bolt or free_bolt, http or free_http
    classpath = f"{install()}/*"
    _write_settings(folder, bolt, http, auth=password is not None)
    if password is not None:
        _set_first_password(folder, classpath, password)
    process = _spawn(folder, classpath)
    server = Server(process.pid, bolt, http)
    _record(folder).write_text(json.dumps(asdict(server)), encoding="utf-8")
    _await_started(folder, process, server)
    return server


def stop(folder: Path) -> bool:
    """Stop the server of a folder cleanly; its data stays. False if none was running. Raises ServerError."""
    folder = folder.resolve()
    server = get_server(folder)
    if not server:
        return False
    os.kill(server.pid, signal.SIGTERM)
    deadline = time.monotonic() + _STOP_LIMIT_S
    while _is_alive(server.pid):
        if time.monotonic() > deadline:
            raise ServerError(f"process {server.pid} still runs after {_STOP_LIMIT_S} s: see {folder}/logs")
        time.sleep(0.05)
    _record(folder).unlink()
    return True


def get_server(folder: Path) -> Server | None:
    """The server that runs in a folder."""
    try:
        server = Server(**json.loads(_record(folder).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    return server if f"--home-dir={folder}" in _command_line(server.pid) else None


def _record(folder: Path) -> Path:
    return folder / "server.json"


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        for held in (one, other):  # both held at once, so that they differ
            held.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def _write_settings(folder: Path, bolt: int, http: int, *, auth: bool) -> None:
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.default_advertised_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{bolt}",
        "server.bolt.advertised_address": f"127.0.0.1:{bolt}",
        "server.http.listen_address": f"127.0.0.1:{http}",
        "server.http.advertised_address": f"127.0.0.1:{http}",
        "server.memory.pagecache.size": os.environ.get("NEO4J_PAGECACHE", "64m"),
        "dbms.security.auth_enabled": str(auth).lower(),
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "db.tx_log.preallocate": "false",
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
    }
    for name in ("conf", "logs", "tmp"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{key}={value}\n" for key, value in settings.items())
    (folder / "conf" / "neo4j.conf").write_text(lines, encoding="utf-8")


def _set_first_password(folder: Path, classpath: str, password: str) -> None:
    if (folder / "data" / "dbms" / "auth.ini").exists():
        return
    admin = [java(), "-cp", classpath, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password]
    env = {**os.environ, "NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
    done = subprocess.run(admin, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ServerError(f"the password could not be set:\n{(done.stdout + done.stderr)[-_TAIL:]}")


def _spawn(folder: Path, classpath: str) -> subprocess.Popen[bytes]:
    heap = os.environ.get("NEO4J_HEAP", "384m")
    memory = ["-Xms128m", f"-Xmx{heap}", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"]
    main = ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={folder}", f"--config-dir={folder / 'conf'}"]
    _log(folder).unlink(missing_ok=True)
    with (folder / "logs" / "console.log").open("wb") as console:
        return subprocess.Popen(
            [java(), *memory, *_JVM_OPENS, f"-Djava.io.tmpdir={folder / 'tmp'}", "-cp", classpath, *main],
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C is for whoever started the server, who then stops it
        )


def _await_started(folder: Path, process: subprocess.Popen[bytes], server: Server) -> None:
    deadline = time.monotonic() + _START_LIMIT_S
    # a stop between the first answer and "Started." would skip the checkpoint
    while not (_says_started(folder) and _answers(server.bolt)):
        if process.poll() is not None:
            raise ServerError(f"Neo4j did not start (it needs Java 17 or newer):\n{_last_words(folder)}")
        if time.monotonic() > deadline:
            process.kill()
            raise ServerError(f"Neo4j did not answer within {_START_LIMIT_S} s:\n{_last_words(folder)}")
        time.sleep(0.05)


def _log(folder: Path) -> Path:
    return folder / "logs" / "neo4j.log"


def _says_started(folder: Path) -> bool:
    return _log(folder).exists() and "INFO  Started.\n" in _log(folder).read_text(encoding="utf-8")


def _last_words(folder: Path) -> str:
    logs = (folder / "logs" / "console.log", _log(folder))
    return "\n".join(log.read_text(encoding="utf-8", errors="replace")[-_TAIL:] for log in logs if log.exists())


def _answers(bolt: int) -> bool:
    """Whether the server picks Bolt 5.4 when it is offered 5.0 to 5.4."""
    offer = bytes.fromhex("6060b017 00040405 00000000 00000000 00000000")
    with suppress(OSError), socket.create_connection(("127.0.0.1", bolt), timeout=2) as connection:
        connection.sendall(offer)
        return connection.recv(4) == bytes.fromhex("00000405")
    return False


def _is_alive(pid: int) -> bool:
    with suppress(ChildProcessError):  # it is another process's child: then it leaves no zombie here
        return os.waitpid(pid, os.WNOHANG) == (0, 0)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _command_line(pid: int) -> str:
    proc = Path(f"/proc/{pid}/cmdline")
    if Path("/proc/self").exists():
        return proc.read_bytes().decode(errors="replace") if proc.exists() else ""
    return subprocess.run(
        ["ps", "-ww", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout
