"""The server's jars: copied by Maven once for each content of `pom.xml`, shared by every run of this checkout."""

import fcntl
import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.neo4j.errors import ServerError

POM = Path(__file__).with_name("pom.xml")
HOME = Path(__file__).parents[2] / ".neo4j"


def install(home: Path = HOME) -> Path:
    """The folder with the jars, fetched if they are not there yet; two at a time wait for each other.

    Raises ServerError if Maven is missing or fails.
    """
    lib = home / "lib" / hashlib.sha256(POM.read_bytes()).hexdigest()[:12]
    with _locked(home / "install.lock"):
        if not lib.exists():
            _copy_jars(lib)
    return lib


def java() -> str:
    """The JVM to run: of JAVA_HOME, else the first on the path. Raises ServerError."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which(str(Path(home, "bin", "java")) if home else "java")
    if not found:
        where = f"in JAVA_HOME ({home})" if home else "on the path"
        raise ServerError(
            f"there is no java {where}: install a JDK, 17 or newer (Debian: apt install default-jdk-headless)"
        )
    return found


def _copy_jars(lib: Path) -> None:
    fresh = lib.with_suffix(".new")
    shutil.rmtree(fresh, ignore_errors=True)
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={fresh}"]
    maven = [_mvn(), "--quiet", "--batch-mode", "--strict-checksums", "--file", str(POM), *goal]
    done = subprocess.run(maven, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ServerError(f"Maven could not fetch the jars of Neo4j:\n{(done.stdout + done.stderr)[-2000:]}")
    fresh.rename(lib)


def _mvn() -> str:
    java()  # Maven's own message about a missing JVM is longer and less clear
    found = shutil.which("mvn")
    if not found:
        raise ServerError("there is no mvn on the path: install Maven, 3.6 or newer (Debian: apt install maven)")
    return found


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
