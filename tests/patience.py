"""How long a test waits for what must end: on a machine where many tests run, and not for ever."""

import time
from collections.abc import Callable

PATIENCE_S = 300.0


def eventually(holds: Callable[[], bool]) -> bool:
    """Wait until it holds; say whether it ever did."""
    deadline = time.monotonic() + PATIENCE_S
    while not (held := holds()) and time.monotonic() < deadline:
        time.sleep(0.001)
    return held
