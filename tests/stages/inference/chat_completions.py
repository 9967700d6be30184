"""A real server on 127.0.0.1 that speaks chat completions, and says what a test tells it to say."""

import json
import threading
import time
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.patience import PATIENCE_S
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.engine import Engine
from vlcorpus.stages.inference.model import EngineKind, Model, Serving
from vlcorpus.stages.inference.request import Request, Turn, VideoInput, user

WAIT_S = PATIENCE_S
JPEG = b"\xff\xd8\xff\xe0 not touched \x00\x01\xff\xd9"
VIDEO = VideoInput(frames=(JPEG, JPEG + b"2"), indices=(0, 15), fps=30.0, n_source_frames=90)


def completion(*texts: str, finish_reason: str = "stop", **of_choice) -> dict:
    """Return a reply of 12 tokens read, 3 written per text."""
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 0,
        "model": "reader-8B-served",
        "choices": [
            {
                "index": index,
                "message": {"role": "assistant", "content": text},
                "finish_reason": finish_reason,
                **of_choice,
            }
            for index, text in enumerate(texts)
        ],
        "usage": {"prompt_tokens": 12, "completion_tokens": 3 * len(texts), "total_tokens": 0},
    }


class ChatServer(ThreadingHTTPServer):
    """Gives the replies of `script` one after the other, then `hello` for ever."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script: list[tuple[int, dict, dict]] = []  # status, body, headers
        self.bodies: list[dict] = []
        self.keys: list[str] = []
        self.headers: list[Message] = []
        self.times: list[float] = []
        self.pause_s = 0.0
        self.at_once = self.most_at_once = 0
        self.together = 1  # no reply before so many requests were there at once
        self.lock, self.closing, self.met = threading.Lock(), threading.Event(), threading.Event()

    def shutdown(self) -> None:
        self.closing.set()  # nobody waits for a reply any more
        self.met.set()
        super().shutdown()

    def says(self, status: int, body: dict | None = None, **headers: str) -> None:
        error = {"error": {"message": f"no: {status}", "type": "x", "code": status}}
        self.script.append((status, body or error, {k.replace("_", "-"): v for k, v in headers.items()}))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        server = self.server
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with server.lock:
            server.bodies.append({"path": self.path, **body})
            server.keys.append(self.headers["Authorization"])
            server.headers.append(self.headers)
            server.times.append(time.monotonic())
            server.at_once += 1
            server.most_at_once = max(server.most_at_once, server.at_once)
            if server.at_once >= server.together:
                server.met.set()
            status, reply, headers = server.script.pop(0) if server.script else (200, completion("hello"), {})
        server.met.wait(PATIENCE_S)
        server.closing.wait(server.pause_s)
        with server.lock:
            server.at_once -= 1
        content = json.dumps(reply).encode()
        try:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(content)
        except OSError:  # who asked has given up
            self.close_connection = True

    def log_message(self, *args) -> None:
        pass


def model(base_url: str, **serving) -> Model:
    return Model(
        role="reader",
        engine=EngineKind.OPENAI,
        name="reader-8B",
        revision="abc",
        serving=Serving(base_url=base_url, **serving),
    )


def question(*parts, constraint=None, **sampling) -> Request:
    return Request(
        turns=(Turn("system", ("Be short.",)), user(*(parts or ("Hello?",)))),
        sampling=Sampling(**sampling),
        constraint=constraint,
    )


def rejection(engine: Engine, request: Request | None = None) -> Reject:
    with pytest.raises(Reject) as caught:
        engine.submit(request or question()).result(WAIT_S)
    return caught.value
