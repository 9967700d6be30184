"""A server of chat completions on loopback: its answer is a function of the last text, by default capitals.

To `forbidden` it says that the key is wrong.
"""

import contextlib
import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class ChatServer(ThreadingHTTPServer):
    """Notes which texts were there at a time, whenever one comes. Each takes `pause_s`.

    After `n_answers` it keeps silent.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, pause_s: float, n_answers: int, answer: Callable[[str], str]):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pause_s, self.n_answers, self.lock = pause_s, n_answers, threading.Lock()
        self.answer = answer
        self.closing = threading.Event()
        self.now: list[str] = []
        self.at_a_time: list[tuple[str, ...]] = []  # one for each request

    def handle_error(self, request, client_address) -> None:
        """Let who asked go away before the answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        server = self.server
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        text = body["messages"][-1]["content"][-1]["text"]
        with server.lock:
            server.now.append(text)
            server.at_a_time.append(tuple(server.now))
            silent = len(server.at_a_time) > server.n_answers
        if text == "forbidden":
            self.send_error(401)
            return
        if silent:
            server.closing.wait()
            return
        time.sleep(server.pause_s)
        with server.lock:
            server.now.remove(text)
        message = {"role": "assistant", "content": server.answer(text)}
        reply = {
            "id": "1",
            "object": "chat.completion",
            "created": 0,
            "model": body["model"],
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7},
        }
        content = json.dumps(reply).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_) -> None:
        pass


@contextlib.contextmanager
def chat_server(
    pause_s: float = 0.0, n_answers: int = 1_000_000, answer: Callable[[str], str] = str.upper
) -> Iterator[ChatServer]:
    with ChatServer(pause_s, n_answers, answer) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.closing.set()
        server.shutdown()
        thread.join()
