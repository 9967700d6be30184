"""SIGTERM ends a run as Ctrl-C does: nothing half-written stays, and its record says that it was stopped."""

import contextlib
import signal
import threading
from collections.abc import Iterator


class Terminated(KeyboardInterrupt):
    """Somebody, or a scheduler, asked the process to end."""


@contextlib.contextmanager
def ended_by_sigterm() -> Iterator[None]:
    """Raise Terminated in the block where SIGTERM comes; a second one does not disturb the ending.

    Only the main thread of a program hears signals: in any other the block is as it was.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGTERM)
    signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before if before is not None else signal.SIG_DFL)


def _terminate(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise Terminated("SIGTERM")
