import http.client
import threading

import pytest

from tests.patience import PATIENCE_S
from vlcorpus.catalogs.browse.serve import page_server, url
from vlcorpus.schemas.errors import EnvironmentFailure


@pytest.fixture
def server(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<p>مرحبا</p>", encoding="utf-8")
    with page_server(page) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def ask(server, path: str = "/", method: str = "GET", **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=PATIENCE_S)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def test_the_page_is_served(server):
    assert ask(server) == (200, "<p>مرحبا</p>")


def test_its_head_is_the_same_without_the_page(server):
    assert ask(server, method="HEAD") == (200, "")
    assert ask(server, "/etc/passwd", method="HEAD")[0] == 404


def test_nothing_else_is_served(server):
    assert ask(server, "/../page.html")[0] == 404
    assert ask(server, "/etc/passwd")[0] == 404


def test_it_listens_on_this_machine_only(server):
    assert server.server_address[0] == "127.0.0.1"
    assert url(server).startswith("http://127.0.0.1:")


@pytest.mark.parametrize(
    ("host", "status"), [("localhost:1", 200), ("127.0.0.1", 200), ("evil.example:80", 421)]
)
def test_a_browser_that_asked_for_another_name_is_refused(server, host, status):
    assert ask(server, Host=host)[0] == status


def test_a_taken_port_is_named(server, tmp_path):
    port = server.server_address[1]
    with pytest.raises(EnvironmentFailure, match=f"port {port}"):
        page_server(tmp_path / "page.html", port)
