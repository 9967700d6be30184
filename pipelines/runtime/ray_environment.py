"""What Ray reads from the environment when it is imported. Call `prepare` before anything imports `ray`."""

import json
import os
import secrets
import sys

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


def job_id() -> str | None:
    """Return the submission id of the Ray job in which this process is the driver."""
    config = json.loads(os.environ.get("RAY_JOB_CONFIG_JSON_ENV_VAR", "{}"))
    return config.get("metadata", {}).get("job_submission_id")
