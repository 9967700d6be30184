"""The sources on filesystems other than the local disk: fsspec's memory, one that breaks, S3 on loopback."""

import errno
import os
import socket
import urllib.parse
import urllib.request
import uuid
from collections import Counter

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from tests.catalogs.sources.test_warc import PDF, Archive
from tests.patience import PATIENCE_S
from tests.s3_server import s3_server
from vlcorpus.catalogs.sources import reading
from vlcorpus.catalogs.sources.files import Files
from vlcorpus.catalogs.sources.location import Location
from vlcorpus.catalogs.sources.parquet_bytes import ParquetBytes
from vlcorpus.catalogs.sources.source import listing_digest
from vlcorpus.catalogs.sources.warc import Warcs
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.rejection import Rejection


def files(*inputs, **parameters) -> Files:
    return Files(inputs=inputs, source="test", patterns=("*.pdf",), **parameters)


def outcomes(rows) -> dict[str, str]:
    return {row.source_key: row.reason if isinstance(row, Rejection) else "row" for row in rows}


@pytest.fixture
def bucket() -> str:
    """A folder of fsspec's memory filesystem, `memory://<this>`."""
    name = uuid.uuid4().hex
    memory = fsspec.filesystem("memory")
    for key in ("b.pdf", "a/c d#é.PDF", "a/x.txt"):
        memory.pipe(f"/{name}/{key}", b"%PDF")
    yield name
    memory.rm(f"/{name}", recursive=True)


def test_a_folder_of_a_remote_filesystem_has_the_keys_and_ids_of_a_local_one(bucket, tmp_path, read_all):
    fsspec.filesystem("memory").get(f"/{bucket}", str(tmp_path / "copy"), recursive=True)
    remote = read_all(files(f"memory://{bucket}"))
    local = read_all(files(str(tmp_path / "copy")))
    assert [(r.id, r.source_key, r.content) for r in remote] == [
        (r.id, r.source_key, r.content) for r in local
    ]
    assert remote[0].uri == f"memory://{bucket}/a/c d#é.PDF"


@pytest.mark.parametrize(
    ("glob", "keys"),
    [
        ("*.pdf", ["b.pdf"]),
        ("**/*.PDF", ["a/c d#é.PDF"]),
        ("a/*", ["c d#é.PDF", "x.txt"]),
        ("b.pdf", ["b.pdf"]),
    ],
)
def test_remote_files_and_globs(bucket, glob, keys, read_all):
    assert sorted(outcomes(read_all(files(f"memory://{bucket}/{glob}")))) == keys


def test_a_missing_remote_input_is_refused(bucket):
    with pytest.raises(ConfigError, match=f"memory://{bucket}/nothing: there is no such"):
        files(f"memory://{bucket}/nothing").items()


def test_a_change_of_the_same_size_is_noticed(bucket):
    before = listing_digest(files(f"memory://{bucket}").items())
    fsspec.filesystem("memory").pipe(f"/{bucket}/b.pdf", b"FDP%")
    assert listing_digest(files(f"memory://{bucket}").items()) != before


def test_a_remote_file_that_vanished_is_a_rejection_beside_good_ones(bucket):
    source = files(f"memory://{bucket}")
    partitions = source.partitions(source.items())
    fsspec.filesystem("memory").rm(f"/{bucket}/b.pdf")
    rows = [row for partition in partitions for row in source.read(partition)]
    assert outcomes(rows) == {"a/c d#é.PDF": "row", "b.pdf": "file_missing"}
    assert not rows[-1].retryable


def test_warcs_are_read_from_a_remote_filesystem(bucket, read_all):
    archive = Archive().response().response()
    memory = fsspec.filesystem("memory")
    memory.pipe(f"/{bucket}/c.warc.gz", archive.content + b"junk" * 100 + archive.content)
    warc = read_all(Warcs(inputs=(f"memory://{bucket}",), source="x"))
    assert Counter(type(row).__name__ for row in warc) == {"FileRow": 4, "Rejection": 1}


# -- a filesystem that breaks --------------------------------------------------------------------------------


class ServerBusy(Exception):
    """What fsspec backends raise: an exception tree of their own, with an HTTP status on it."""

    status = 503


class NotAllowed(Exception):
    status = 403


class BreakingFile:
    """A remote file whose connection breaks while it is read."""

    def __init__(self, file, breaks):
        self._file, self._breaks = file, breaks

    def read(self, size=-1):
        at = self._file.tell()
        if at >= 4 << 20 and self._breaks.get("read"):
            raise self._breaks["read"].pop()
        return self._file.read(size)

    def __getattr__(self, name):
        return getattr(self._file, name)


class BreakingFileSystem(MemoryFileSystem):
    """fsspec's memory filesystem behind a network: each list holds the errors that are still to come."""

    protocol = "breaking"
    cachable = False
    breaks: dict[str, list[Exception]] = {}  # noqa: RUF012  a test sets it

    @classmethod
    def _strip_protocol(cls, path):
        return super()._strip_protocol(path.replace("breaking://", "memory://"))

    def _open(self, path, mode="rb", **kwargs):
        for name, errors in self.breaks.items():
            if name in path and errors:
                raise errors.pop()
        return BreakingFile(super()._open(path, mode, **kwargs), self.breaks)

    def find(self, path, **kwargs):
        if self.breaks.get("find"):
            raise self.breaks["find"].pop()
        return super().find(path, **kwargs)


@pytest.fixture
def breaks(bucket, monkeypatch):
    fsspec.register_implementation("breaking", BreakingFileSystem, clobber=True)
    monkeypatch.setattr(BreakingFileSystem, "breaks", planned := {})
    monkeypatch.setattr(reading, "WAITS_S", (0.001, 0.001, 0.001))
    return planned


TRANSIENT = (ServerBusy(), TimeoutError(), ConnectionResetError())


def test_a_transient_error_is_survived(breaks, bucket, read_all):
    source = files(f"breaking://{bucket}")
    breaks["b.pdf"] = list(TRANSIENT)
    assert outcomes(read_all(source)) == {"a/c d#é.PDF": "row", "b.pdf": "row"}
    assert breaks["b.pdf"] == []


def test_an_error_that_stays_transient_is_a_retryable_rejection_beside_good_files(breaks, bucket, read_all):
    breaks["b.pdf"] = [ServerBusy() for _ in range(4)]
    rows = read_all(files(f"breaking://{bucket}"))
    assert outcomes(rows) == {"a/c d#é.PDF": "row", "b.pdf": "file_unreadable"}
    assert rows[-1].retryable
    assert "ServerBusy" in rows[-1].detail


def test_a_forbidden_file_is_tried_once_and_is_not_retryable(breaks, bucket, read_all):
    breaks["b.pdf"] = [NotAllowed(), NotAllowed()]
    rows = read_all(files(f"breaking://{bucket}"))
    assert (rows[-1].reason, rows[-1].retryable, len(breaks["b.pdf"])) == ("file_unreadable", False, 1)


def test_a_connection_that_breaks_inside_a_file_goes_on_where_it_broke(breaks, bucket, read_all):
    content = os.urandom(20 << 20)
    fsspec.filesystem("memory").pipe(f"/{bucket}/large.pdf", content)
    breaks["read"] = [TimeoutError(), ConnectionResetError()]
    rows = {row.source_key: row for row in read_all(files(f"breaking://{bucket}"))}
    assert breaks["read"] == []
    assert rows["large.pdf"].content == content


def test_a_connection_that_stays_broken_inside_a_warc_keeps_the_records_before_it(breaks, bucket, read_all):
    archive = Archive(compressed=False)
    for _ in range(12):
        archive.response(PDF * 1000)
    fsspec.filesystem("memory").pipe(f"/{bucket}/c.warc", archive.content)
    breaks["read"] = [TimeoutError() for _ in range(40)]
    rows = read_all(Warcs(inputs=(f"breaking://{bucket}",), source="x"))
    n_good = sum(isinstance(row, FileRow) for row in rows)
    assert n_good > 1
    assert [row.source_key for row in rows[:n_good]] == [
        f"c.warc#offset={o}" for o in archive.offsets[:n_good]
    ]
    assert {(row.reason, row.retryable) for row in rows[n_good:]} == {("file_unreadable", True)}
    assert rows[-1].source_key == "c.warc"


def test_a_programming_error_is_no_rejection(breaks, bucket):
    breaks["b.pdf"] = [NameError("a typo")]
    source = files(f"breaking://{bucket}")
    with pytest.raises(NameError):
        list(source.read(source.partitions(source.items())[0]))


def test_exhausted_file_handles_stop_the_run(breaks, bucket):
    breaks["b.pdf"] = [OSError(errno.EMFILE, "too many open files")]
    source = files(f"breaking://{bucket}")
    with pytest.raises(EnvironmentFailure, match="too many open files"):
        list(source.read(source.partitions(source.items())[0]))


def test_a_listing_that_fails_is_retried_and_then_stops_the_run(breaks, bucket):
    breaks["find"] = [ServerBusy()]
    assert len(files(f"breaking://{bucket}").items()) == 2
    breaks["find"] = [NotAllowed()]
    with pytest.raises(EnvironmentFailure, match=r"cannot be listed.*credentials"):
        files(f"breaking://{bucket}").items()


# -- S3's protocol, on loopback ------------------------------------------------------------------------------


class Bucket:
    """A bucket as S3's own REST interface fills it."""

    def __init__(self, url: str):
        self._url = url

    def request(self, method: str, key: str = "", content: bytes = b"") -> None:
        url = f"{self._url}/{urllib.parse.quote(key)}"
        headers = {"Content-Type": "application/octet-stream"}
        request = urllib.request.Request(url, content, headers, method=method)
        urllib.request.urlopen(request, timeout=PATIENCE_S).close()

    def put(self, key: str, content: bytes) -> None:
        self.request("PUT", key, content)


@pytest.fixture(scope="module")
def s3(tmp_path_factory):
    with s3_server(tmp_path_factory.mktemp("s3")) as (url, options):
        bucket = Bucket(f"{url}/corpus")
        bucket.request("PUT")
        yield bucket, options


def test_parquet_is_read_from_s3_though_another_process_decodes_it(s3, read_all, tmp_path):
    bucket, options = s3
    pq.write_table(pa.table({"x": [b"1", b"2"]}), tmp_path / "p.parquet")
    bucket.put("p/p.parquet", (tmp_path / "p.parquet").read_bytes())
    rows = read_all(ParquetBytes(inputs=(f"s3://KEY:SECRET@corpus/p{options}",), source="x"))
    assert [row.content for row in rows] == [b"1", b"2"]


def test_folders_globs_and_files_of_s3(s3, read_all, tmp_path):
    bucket, options = s3
    for key in ("b.pdf", "a/c d%20#é.PDF", "a/x.txt", "a/deep/e.pdf"):
        bucket.put(f"f/{key}", b"%PDF" + key.encode())

    def read(path):
        return read_all(files(f"s3://KEY:SECRET@corpus/{path}{options}"))

    rows = read("f")
    assert [row.source_key for row in rows] == ["a/c d%20#é.PDF", "a/deep/e.pdf", "b.pdf"]
    assert rows[0].content == "%PDFa/c d%20#é.PDF".encode()
    assert rows[0].uri == "s3://corpus/f/a/c d%20#é.PDF"
    assert [row.source_key for row in read("f/*/*")] == [
        "a/c d%20#é.PDF",
        "a/deep/e.pdf",
        "a/x.txt",
    ]
    assert [row.source_key for row in read("f/**/e*.pdf")] == ["a/deep/e.pdf"]
    assert [row.source_key for row in read("f/b.pdf")] == ["b.pdf"]
    with pytest.raises(ConfigError, match="s3://corpus/f/zz: there is no such"):
        read("f/zz")
    source = files(f"s3://KEY:SECRET@corpus/f{options}")
    assert "SECRET" not in str(source.describe()) + str(source.items()) + str(rows)


def test_an_s3_object_that_vanished_is_a_rejection_and_a_bucket_that_is_not_there_is_refused(s3):
    bucket, options = s3
    for key in ("1.pdf", "2.pdf"):
        bucket.put(f"v/{key}", b"%PDF")
    source = files(f"s3://KEY:SECRET@corpus/v{options}")
    partitions = source.partitions(source.items())
    Location(source.inputs[0]).fs.delete_file("corpus/v/1.pdf")
    assert outcomes(row for p in partitions for row in source.read(p)) == {
        "1.pdf": "file_missing",
        "2.pdf": "row",
    }
    with pytest.raises(ConfigError, match="s3://nobucket/x: there is no such"):
        files(f"s3://KEY:SECRET@nobucket/x{options}").items()


def test_warcs_and_parquet_are_read_from_s3(s3, read_all, tmp_path):
    bucket, options = s3
    archive = Archive().response().response()
    pq.write_table(pa.table({"x": [b"1", b"2"]}), tmp_path / "p.parquet")
    bucket.put("w/c.warc.gz", archive.content + b"junk" * 100 + archive.content)
    bucket.put("w/p.parquet", (tmp_path / "p.parquet").read_bytes())
    warc = read_all(Warcs(inputs=(f"s3://KEY:SECRET@corpus/w{options}",), source="x"))
    assert Counter(type(row).__name__ for row in warc) == {"FileRow": 4, "Rejection": 1}
    parquet = read_all(ParquetBytes(inputs=(f"s3://KEY:SECRET@corpus/w/*.parquet{options}",), source="x"))
    assert [row.content for row in parquet] == [b"1", b"2"]


def test_a_server_that_is_gone_gives_retryable_rejections(s3, monkeypatch):
    bucket, options = s3
    bucket.put("g/1.pdf", b"%PDF")
    source = files(f"s3://KEY:SECRET@corpus/g{options}")
    partitions = source.partitions(source.items())
    monkeypatch.setattr(reading, "WAITS_S", ())  # the S3 client retries by itself for 6 s
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    gone = files(f"s3://KEY:SECRET@corpus/g?endpoint_override=127.0.0.1:{port}&scheme=http&region=us-east-1")
    (row,) = [row for p in partitions for row in gone.read(p)]
    assert (row.reason, row.retryable) == ("file_unreadable", True)
