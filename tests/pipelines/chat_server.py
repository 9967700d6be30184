"""A server of chat completions on loopback: its answer is a function of the last text, by default capitals.

To `forbidden` it says that the key is wrong.
"""

import contextlib
import json
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# From a text to the answers, each with the log-probabilities of its tokens or None.
Answers = Callable[[str], Sequence[tuple[str, Sequence[float] | None]]]


class ChatServer(ThreadingHTTPServer):
    """Notes which texts were there at a time, whenever one comes. Each takes `pause_s`.

    After `n_answers` it keeps silent.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, pause_s: float, n_answers: int, answers: Answers):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pause_s, self.n_answers, self.lock = pause_s, n_answers, threading.Lock()
        self.answers = answers
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
        choices = [_choice(number, *said) for number, said in enumerate(server.answers(text))]
        reply = {
            "id": "1",
            "object": "chat.completion",
            "created": 0,
            "model": body["model"],
            "choices": choices,
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


def _choice(number: int, text: str, logprobs: Sequence[float] | None) -> dict:
    choice = {
        "index": number,
        "message": {"role": "assistant", "content": text},
        "finish_reason": "stop",
    }
    if logprobs is not None:
        content = [{"token": "token_id:1", "logprob": one, "top_logprobs": []} for one in logprobs]
        choice["logprobs"] = {"content": content, "refusal": None}
    return choice


@contextlib.contextmanager
def chat_server(
    pause_s: float = 0.0,
    n_answers: int = 1_000_000,
    answer: Callable[[str], str] = str.upper,
    answers: Answers | None = None,
) -> Iterator[ChatServer]:
    """`answer` gives the one answer to a text, `answers` all of several."""
    with ChatServer(pause_s, n_answers, answers or (lambda text: [(answer(text), None)])) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.closing.set()
        server.shutdown()
        thread.join()
