"""S3's protocol on loopback: moto's server, on a port that the kernel chose, so that no two servers meet."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S

_ADDRESS = re.compile(r"Running on (http://127\.0\.0\.1:(\d+))")


@contextmanager
def s3_server(folder: Path) -> Iterator[tuple[str, str]]:
    """Give the server's URL, and the options of a URI that lead to it; its log lies in `folder`.

    Skip, saying what to install, where there is none. MOTO_SERVER names one of another environment.
    """
    program = os.environ.get("MOTO_SERVER") or shutil.which(
        "moto_server", path=str(Path(sys.executable).parent)
    )
    if program is None:
        pytest.skip("no moto_server: S3 IS NOT TESTED HERE; pip install 'moto[server]' or set MOTO_SERVER")
    log = folder / "moto.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [program, "-H", "127.0.0.1", "-p", "0"], stdout=output, stderr=subprocess.STDOUT
        )
    try:
        url, port = _address(log, server)
        yield url, f"?endpoint_override=127.0.0.1:{port}&scheme=http&region=us-east-1"
    finally:
        server.terminate()
        server.wait()


def _address(log: Path, server: subprocess.Popen) -> tuple[str, str]:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and server.poll() is None:
        if found := _ADDRESS.search(log.read_text(encoding="utf-8")):
            return found[1], found[2]
        time.sleep(0.1)
    raise AssertionError(f"moto did not start: {log.read_text(encoding='utf-8')}")
