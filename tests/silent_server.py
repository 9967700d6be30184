"""A server that takes connections and never says a word."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class SilentServer:
    port: int
    taken: list[socket.socket] = field(default_factory=list)  # connections, one after the other


@contextmanager
def silent_server() -> Iterator[SilentServer]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = SilentServer(listening.getsockname()[1])
        threading.Thread(target=_take, args=(listening, server.taken), daemon=True).start()
        yield server
        listening.shutdown(socket.SHUT_RDWR)  # wakes the thread
    for connection in server.taken:
        connection.close()


def _take(listening: socket.socket, taken: list[socket.socket]) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:  # the test is over
            return
        taken.append(connection)
