"""A corpus on S3: made, gone on with, asked, proved and looked at, on a server on loopback."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.e2e.test_documents import vlcorpus
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.documents.demo import draw


@pytest.fixture(scope="module")
def bucket():
    """Start an S3 server and give the URI of a bucket in it, with the options that lead there."""
    server = os.environ.get("MOTO_SERVER") or shutil.which(
        "moto_server", path=str(Path(sys.executable).parent)
    )
    if not server:
        pytest.skip("no moto_server: pip install 'moto[server]'; THE OBJECT STORE IS NOT TESTED HERE")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [server, "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    request = urllib.request.Request(f"http://127.0.0.1:{port}/corpus", method="PUT")
    for _ in range(100):
        try:
            urllib.request.urlopen(request, timeout=5).close()
            break
        except OSError:
            time.sleep(0.2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "test")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "test")
        yield "s3://corpus", f"?endpoint_override=127.0.0.1:{port}&scheme=http&region=us-east-1"
    process.terminate()
    process.wait()


def test_a_corpus_lives_on_s3(bucket, tmp_path):
    address, options = bucket
    output = f"{address}/out{options}"
    draw(tmp_path / "pdf")
    run = ["run", "documents", "-i", tmp_path / "pdf", "-o", output, "--license", "CC0-1.0"]
    assert "10 samples" in vlcorpus(*run)
    table = TableStore(f"{address}/out/samples{options}")
    table.files.delete("commits/part-00000.json")
    assert "10 samples" in vlcorpus(*run)  # the partition without a commit is done again
    assert "1 committed before" in vlcorpus(*run)
    assert "1 of 1 partitions committed" in vlcorpus("status", "-o", output)
    assert "(1 row)" in vlcorpus("sql", "select count(*) from samples having count(*) = 10", "-o", output)
    assert "OK" in vlcorpus("verify", "-o", output)
    vlcorpus("browse", "-o", output, "--to", tmp_path / "page.html")
    assert "article.pdf" in (tmp_path / "page.html").read_text()
    vlcorpus("stats", "-o", output, "--to", tmp_path / "cards")
    vlcorpus("clean", "-o", output, "--all", "--yes")
    assert table.manifest() is None
