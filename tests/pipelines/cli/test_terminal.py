"""No secret and no control character leaves by any command: a canary is looked for in all that is written."""

import http.server
import logging
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.factories import kept_only, rejection, sample, write_corpus
from tests.pipelines.toys import one_operator, write_files
from vlcorpus.catalogs.tables.runs import begin_run
from vlcorpus.pipelines.captions.demo import draw
from vlcorpus.pipelines.cli.main import cli, told_errors
from vlcorpus.pipelines.cli.terminal import PublicFormatter, say
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.errors import ConfigError

CANARY = "CANARY0secret0CANARY"


def test_what_is_said_is_public_and_visible(capsys):
    say(f"s3://{CANARY}:{CANARY}@b \x1b[2J\u202e")
    assert capsys.readouterr().out == "s3://b \\x1b[2J\\u202e\n"


def test_errors_and_logs_are_too(capsys):
    with pytest.raises(SystemExit), told_errors():
        raise ConfigError(f"s3://{CANARY}@b: \x1b]0;title\x07")
    assert capsys.readouterr().err == "error: s3://b: \\x1b]0;title\\x07\n"
    record = logging.LogRecord("x", logging.WARNING, "", 1, "%s", (f"http://u:{CANARY}@h \x1b[1m",), None)
    assert PublicFormatter("%(message)s").format(record) == "http://h \\x1b[1m"


HOSTILE = "\x1b[2J\x1b]0;owned\x07 \u202egpj.exe"


def test_text_of_rows_moves_no_terminal(tmp_path):
    write_corpus(tmp_path, [([kept_only(sample("a" + HOSTILE))], [rejection("b", detail=HOSTILE)])])
    for query in ("select source_key from samples", "select detail from rejects"):
        told = CliRunner().invoke(cli, ["sql", query, "-o", str(tmp_path)])
        assert "owned" in told.output
        assert not {"\x1b", "\x07", "\u202e"} & set(told.output)
    data = CliRunner().invoke(
        cli, ["sql", "select detail from rejects", "-o", str(tmp_path), "--format", "csv"]
    )
    assert HOSTILE in data.output  # into a file goes what the row holds


@contextmanager
def echoing_server():
    """Serve a 401 that repeats the key it was given."""

    class Echo(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = f'{{"error": {{"message": "wrong: {self.headers["Authorization"]}"}}}}'.encode()
            self.send_response(401)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Echo) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://user:{CANARY}@127.0.0.1:{server.server_port}/v1"
        server.shutdown()


def test_a_canary_is_found_in_nothing_that_a_run_and_the_commands_write(tmp_path, monkeypatch):
    monkeypatch.setenv("MY_LLM", f"{CANARY}-key")  # a name that says nothing
    pictures, output = tmp_path / "in", tmp_path / "out"
    draw(pictures)
    said = []
    with echoing_server() as url:
        settings = ["--set", f"inference.base_url={url}", "--set", "inference.api_key_env=MY_LLM"]
        settings += ["--set", f"inference.headers={{X-Tenant: {CANARY}-header}}"]
        arguments = ["run", "captions", "-i", str(pictures), "-o", str(output), "--source", "x"]
        arguments += ["--license", "CC0-1.0", "--engine", "openai", "--model", "m", "--executor", "local"]
        monkeypatch.setattr("sys.argv", ["vlcorpus", *arguments, *settings])
        done = CliRunner().invoke(cli, [*arguments, *settings])
        said += [done.output, str(done.exception)]
    for command in ("status", "verify", "stats", "browse", "sql"):
        arguments = [command, "-o", str(output)]
        arguments += ["select * from runs"] if command == "sql" else []
        arguments += ["--to", str(tmp_path / "page.html")] if command == "browse" else []
        said.append(CliRunner().invoke(cli, arguments).output)
    assert "401" in "".join(said)
    assert CANARY not in "".join(said)
    written = [path for path in [*output.rglob("*"), tmp_path / "page.html"] if path.is_file()]
    assert any("_runs" in str(path) for path in written)
    assert [path for path in written if CANARY.encode() in path.read_bytes()] == []


def test_a_run_record_keeps_no_credentials_of_inputs(tmp_path):
    folder = write_files(tmp_path / "in", ["line"])
    secret = f"s3://KEY:{CANARY}@bucket/x?endpoint_override=h"
    run(one_operator(folder), str(tmp_path / "out"), RunOptions("local"), config={"input": [secret]})
    begin_run(
        str(tmp_path / "out"), pipeline="p", command=["-i", secret], config={}, seed=0, executor="local"
    )
    records = [path.read_text() for path in Path(tmp_path / "out/_runs").iterdir()]
    assert len(records) == 2
    assert CANARY not in "".join(records)
    assert sum("s3://bucket/x?endpoint_override=h" in record for record in records) == 2
