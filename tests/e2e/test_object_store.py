"""A corpus on S3: made, gone on with, asked, proved and looked at, on a server on loopback."""

import urllib.request

import pytest

from tests.e2e.test_documents import vlcorpus
from tests.patience import PATIENCE_S
from tests.s3_server import s3_server
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.documents.demo import draw


@pytest.fixture(scope="module")
def bucket(tmp_path_factory):
    """Start an S3 server and give the URI of a bucket in it, with the options that lead there."""
    with s3_server(tmp_path_factory.mktemp("s3")) as (url, options), pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "test")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "test")
        request = urllib.request.Request(f"{url}/corpus", method="PUT")
        urllib.request.urlopen(request, timeout=PATIENCE_S).close()
        yield "s3://corpus", options


def test_a_corpus_lives_on_s3(bucket, tmp_path):
    address, options = bucket
    output = f"{address}/out{options}"
    draw(tmp_path / "pdf")
    run = ["run", "documents", "-i", tmp_path / "pdf", "-o", output, "--license", "CC0-1.0"]
    assert "10 samples" in vlcorpus(*run)
    table = TableStore(f"{address}/out/documents/samples{options}")
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
    assert table.find_manifest() is None
