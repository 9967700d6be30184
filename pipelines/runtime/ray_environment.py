"""What Ray reads from the environment when it is imported. Call `prepare` before anything imports `ray`."""

import contextlib
import json
import os
import secrets
import socket
import stat
import sys
from pathlib import Path

from vlcorpus.schemas.errors import EnvironmentFailure

ANSWER_S = 10.0  # ours: a head answers in milliseconds
# What begins a connection of HTTP/2, and so of gRPC: the preface and empty settings. Source: RFC 9113 §3.4.
_HELLO = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes([0, 0, 0, 4, 0, 0, 0, 0, 0])
_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is reported to anybody
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",  # ours come from commits
}


def prepare(address: str | None) -> None:
    """Say the authentication mode aloud: a cluster of our own takes a token that lives as long as this
    process.

    Without a word Ray would write a token to the home folder, and later clients would be refused for lack of
    it. A cluster at `address` has its own mode, which the user names in RAY_AUTH_MODE.
    """
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    # Ray has read its environment once it is imported: another mode now would shut us out of our own cluster.
    if "ray" in sys.modules:
        return
    if address is None and "RAY_AUTH_MODE" not in os.environ:
        os.environ["RAY_AUTH_MODE"] = "token"
        os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))


def private_folder(parent: str = "/tmp") -> Path:  # noqa: S108 what lies there is checked
    """Return the folder for a cluster's sockets and logs, which nobody but the user can write to or read.

    Its name is short, because a Unix socket's path may have 107 characters. Raises EnvironmentFailure where
    somebody else made it, or it is a link: code that Ray runs would be theirs to change.
    """
    folder = Path(parent, f"vlcorpus-{os.getuid()}")
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise EnvironmentFailure(
            f"{folder}: Ray's files are kept here, and it is not a folder of yours: somebody else made it. "
            "Have it removed, or use --executor local."
        )
    if found.st_mode & 0o077:
        folder.chmod(0o700)
    return folder


def require_head(address: str) -> None:
    """Raise EnvironmentFailure where nobody answers at the address: Ray itself would ask for minutes.

    Whoever takes the connection and says nothing does not answer.
    """
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if not host:  # "auto" and "local" are searched for on this machine
        return
    try:
        with socket.create_connection((host, int(port)), timeout=ANSWER_S) as head:
            head.sendall(_HELLO)
            head.recv(1)
    except (OSError, ValueError) as error:
        raise EnvironmentFailure(
            f"--ray-address {address}: no Ray cluster answers: {error}. Name its head as host:6379, or leave "
            "the option out to work on this machine."
        ) from error


def job_id() -> str | None:
    """Return the submission id of the Ray job in which this process is the driver."""
    config = json.loads(os.environ.get("RAY_JOB_CONFIG_JSON_ENV_VAR", "{}"))
    return config.get("metadata", {}).get("job_submission_id")
