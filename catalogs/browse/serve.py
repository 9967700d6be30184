"""Serve one page to this machine only: on 127.0.0.1, and only to a browser that asked for that name."""

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from vlcorpus.schemas.errors import EnvironmentFailure

_HOST = "127.0.0.1"


def page_server(page: Path, port: int = 0) -> ThreadingHTTPServer:
    """Return a server of the file `page`, bound to loopback; `serve_forever()` runs it. Port 0: any free one.

    The file is read at each request, so that a page built again is seen on reload.
    Raises EnvironmentFailure when the port is taken.
    """

    class Handler(_PageHandler):
        html = page

    try:
        return ThreadingHTTPServer((_HOST, port), Handler)
    except OSError as error:
        raise EnvironmentFailure(
            f"port {port} of {_HOST}: {error.strerror}. Take another with --port."
        ) from error


def url(server: ThreadingHTTPServer) -> str:
    return f"http://{_HOST}:{server.server_address[1]}/"


class _PageHandler(BaseHTTPRequestHandler):
    html: Path

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _answer(self) -> None:
        # Another site can point its own name at 127.0.0.1 and read what is served here; the name tells.
        if self.headers.get("Host", "").rsplit(":", 1)[0] not in (_HOST, "localhost"):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif self.path != "/":
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._send_page()

    def _send_page(self) -> None:
        content = self.html.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for the command's own words."""
