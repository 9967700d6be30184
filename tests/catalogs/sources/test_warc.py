import base64
import gzip
import hashlib
import tracemalloc
import zlib

import brotli
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.warc import Warcs
from vlcorpus.schemas.rejection import Rejection

PDF = b"%PDF-1.7 " + bytes(range(256)) * 8


class Archive:
    """A WARC in memory, byte by byte as WARC 1.1 says: no library's idea of it."""

    def __init__(self, compressed: bool = True):
        self._compressed = compressed
        self.content = b""
        self.offsets: list[int] = []

    def response(self, body=PDF, *, status="200 OK", content_type="application/pdf", http=(), warc=()):
        lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", *(f"{k}: {v}" for k, v in http)]
        block = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
        return self.record("response", block, "application/http; msgtype=response", payload=body, warc=warc)

    def record(self, kind: str, block=PDF, content_type="application/pdf", *, payload=None, warc=()):
        digest = base64.b32encode(hashlib.sha1(block if payload is None else payload).digest()).decode()
        headers = {
            "WARC-Type": kind,
            "WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-0000-{len(self.offsets):012d}>",
            "WARC-Date": "2026-01-01T00:00:00Z",
            "WARC-Target-URI": f"http://example.org/{len(self.offsets) + 1}",
            "WARC-Payload-Digest": f"sha1:{digest}",
            "Content-Type": content_type,
            "Content-Length": len(block),
            **dict(warc),
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        record = b"WARC/1.1\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"
        self.offsets.append(len(self.content))
        self.content += gzip.compress(record, mtime=0) if self._compressed else record
        return self

    def save(self, folder, content: bytes | None = None, name: str = "c.warc.gz") -> Warcs:
        (folder / name).write_bytes(self.content if content is None else content)
        return Warcs(inputs=(str(folder),), source="cc")


def outcomes(rows) -> list[tuple[str, str]]:
    where = [row.source_key.partition("#")[2] for row in rows]
    return [
        (at, str(row.reason) if isinstance(row, Rejection) else "row")
        for at, row in zip(where, rows, strict=True)
    ]


@pytest.fixture(params=[True, False], ids=["gzip", "plain"])
def archive(request) -> Archive:
    return Archive(request.param)


def test_a_pdf_response_is_a_row_with_its_uri_and_the_offset_of_its_record(archive, tmp_path, read_all):
    archive.record("warcinfo", b"software: x", "application/warc-fields").response().response(PDF + b"2")
    first, second = read_all(archive.save(tmp_path))
    assert first.source_key == f"c.warc.gz#offset={archive.offsets[1]}"
    assert (first.uri, first.content) == ("http://example.org/2", PDF)
    assert second.content == PDF + b"2"


def test_other_records_are_no_input_and_are_counted_in_the_log(archive, tmp_path, read_all, caplog):
    caplog.set_level("INFO")
    archive.response(content_type="text/html").response(status="404 Not Found").response()
    archive.record("metadata").record("resource", content_type="image/png")
    archive.record("request", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request")
    assert len(read_all(archive.save(tmp_path))) == 1
    for passed in ("response of another type", "response with status 404", "metadata", "request"):
        assert f"'{passed}': 1" in caplog.text
    assert "'resource of another type': 1" in caplog.text


def test_the_type_that_the_crawler_identified_counts_like_the_one_that_the_server_says(
    archive, tmp_path, read_all
):
    identified = {"WARC-Identified-Payload-Type": "application/pdf"}
    archive.response(content_type="application/octet-stream", warc=identified)
    archive.response(content_type="Application/PDF; charset=binary")
    assert len(read_all(archive.save(tmp_path))) == 2


def test_resources_and_conversions_of_the_type_are_rows(archive, tmp_path, read_all):
    rows = read_all(archive.record("resource").record("conversion").save(tmp_path))
    assert [row.content for row in rows] == [PDF, PDF]


def chunked(body: bytes, size: int = 100, extension: bytes = b"") -> bytes:
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x%s\r\n%s\r\n" % (len(p), extension, p) for p in parts) + b"0\r\n\r\n"


def deflated(body: bytes, wbits: int) -> bytes:
    deflater = zlib.compressobj(wbits=wbits)
    return deflater.compress(body) + deflater.flush()


CHUNKED, GZIP = ("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")
ENCODINGS = {
    "chunked": ([CHUNKED], chunked(PDF)),
    "chunked with extensions": ([CHUNKED], chunked(PDF, extension=b";x=y")),
    "gzip": ([GZIP], gzip.compress(PDF)),
    "gzip in chunks": ([CHUNKED, GZIP], chunked(gzip.compress(PDF))),
    "deflate with a zlib head": ([("Content-Encoding", "deflate")], deflated(PDF, 15)),
    "deflate without": ([("Content-Encoding", "deflate")], deflated(PDF, -15)),
    "brotli": ([("Content-Encoding", "br")], brotli.compress(PDF)),
    "two codings": ([("Content-Encoding", "deflate, gzip")], gzip.compress(deflated(PDF, 15))),
    "a head that says gzip over a decoded body": ([GZIP], PDF),
    "a head that says chunked over a decoded body": ([CHUNKED], PDF),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_body_is_decoded(encoding, archive, tmp_path, read_all):
    http, body = ENCODINGS[encoding]
    (row,) = read_all(archive.response(body, http=http).save(tmp_path))
    assert row.content == PDF


DAMAGES = {
    "cut chunks": ([CHUNKED], chunked(PDF)[:-200], "warc_record_broken"),
    "cut gzip": ([GZIP], gzip.compress(PDF)[:-20], "warc_record_broken"),
    "cut brotli": ([("Content-Encoding", "br")], brotli.compress(PDF)[:-9], "warc_record_broken"),
    "broken deflate": ([("Content-Encoding", "deflate")], b"\xff" * 50, "warc_record_broken"),
    "an unknown coding": ([("Content-Encoding", "snappy")], PDF, "warc_record_broken"),
    "nothing": ([], b"", "file_empty"),
    "too much": ([], b"x" * 5001, "file_too_large"),
    "a gzip bomb": ([GZIP], gzip.compress(b"x" * 5001), "file_too_large"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_body_is_a_rejection_and_the_next_record_a_row(damage, archive, tmp_path, read_all):
    http, body, reason = DAMAGES[damage]
    archive.response(body, http=http).response().save(tmp_path)
    source = Warcs(inputs=(str(tmp_path),), source="cc", max_file_bytes=5000)
    assert outcomes(read_all(source)) == [
        (f"offset={archive.offsets[0]}", reason),
        (f"offset={archive.offsets[1]}", "row"),
    ]


def test_a_body_of_exactly_the_limit_is_a_row(archive, tmp_path, read_all):
    archive.response(b"x" * 5000).response(gzip.compress(b"x" * 5000), http=[GZIP]).save(tmp_path)
    source = Warcs(inputs=(str(tmp_path),), source="cc", max_file_bytes=5000)
    assert [len(row.content) for row in read_all(source)] == [5000, 5000]


def test_what_the_crawler_cut_is_a_rejection_of_its_own(archive, tmp_path, read_all):
    archive.response(warc={"WARC-Truncated": "length"}).response()
    rows = read_all(archive.save(tmp_path))
    assert [reason for _, reason in outcomes(rows)] == ["warc_record_truncated", "row"]
    assert "WARC-Truncated: length" in rows[0].detail
    assert rows[0].stage == "Warcs"


def test_a_payload_that_differs_from_its_digest_is_broken(tmp_path, read_all):
    archive = Archive(compressed=False).response().response()
    damaged = bytearray(archive.content)
    damaged[archive.offsets[1] - 100] ^= 1
    rows = read_all(archive.save(tmp_path, bytes(damaged)))
    assert [reason for _, reason in outcomes(rows)] == ["warc_record_broken", "row"]
    assert "WARC-Payload-Digest" in rows[0].detail


@pytest.mark.parametrize("digest", [{}, {"WARC-Payload-Digest": "md5:of another kind"}], ids=["sha1", "md5"])
@pytest.mark.parametrize("kept", [0.05, 0.1, 0.2, 0.5, 0.9])
def test_a_truncated_last_record_is_one_rejection(archive, tmp_path, read_all, kept, digest):
    archive.response().response().response(warc=digest)
    end = archive.offsets[2] + int(kept * (len(archive.content) - archive.offsets[2]))
    rows = read_all(archive.save(tmp_path, archive.content[:end]))
    last = (f"offset={archive.offsets[2]}", "warc_record_broken")
    assert outcomes(rows) == [
        *((f"offset={offset}", "row") for offset in archive.offsets[:2]),
        last,
    ]


@pytest.mark.parametrize("kept", [0.1, 0.2, 0.5, 0.9])
def test_a_truncation_in_a_record_that_is_no_input_is_told_too(archive, tmp_path, read_all, kept):
    archive.response().response(content_type="text/html")
    end = archive.offsets[1] + int(kept * (len(archive.content) - archive.offsets[1]))
    rows = read_all(archive.save(tmp_path, archive.content[:end]))
    assert outcomes(rows)[1:] == [(f"offset={archive.offsets[1]}", "warc_record_broken")]


@pytest.mark.parametrize("junk", [b"GARBAGE" * 50, b"\0" * 3_000_000], ids=["text", "zeros"])
def test_junk_costs_one_rejection_wherever_it_lies(archive, tmp_path, read_all, junk):
    archive.response().response().response()
    content, (_, second, _) = archive.content, archive.offsets
    for name, damaged, where in (
        ("head", junk + content, "offset=0"),
        ("middle", content[:second] + junk + content[second:], f"after={archive.offsets[0]}"),
        ("tail", content + junk, f"after={archive.offsets[2]}"),
    ):
        (tmp_path / name).mkdir()
        rows = read_all(archive.save(tmp_path / name, damaged))
        rejected = [(at, reason) for at, reason in outcomes(rows) if reason != "row"]
        assert (len(rows), rejected) == (4, [(where, "warc_record_broken")]), name


def test_a_damaged_gzip_member_does_not_take_the_records_behind_it(tmp_path, read_all):
    archive = Archive()
    for _ in range(5):
        archive.response()
    damaged = bytearray(archive.content)
    for hit in (archive.offsets[1] + 200, archive.offsets[3]):
        damaged[hit : hit + 40] = b"\0" * 40
    rows = read_all(archive.save(tmp_path, bytes(damaged)))
    good = [at for at, reason in outcomes(rows) if reason == "row"]
    assert good == [f"offset={archive.offsets[i]}" for i in (0, 2, 4)]
    assert len(rows) == 5


@settings(max_examples=60, deadline=None)
@example(compressed=True, at=0.5008359357169051, noise=b"\x04")  # a gzip header's flag: FEXTRA
@given(compressed=st.booleans(), at=st.floats(0, 1), noise=st.binary(min_size=1, max_size=300))
def test_overwritten_bytes_never_end_the_reading_and_never_change_another_record(
    tmp_path_factory, compressed, at, noise
):
    archive = Archive(compressed)
    for i in range(6):
        archive.response(PDF + bytes([i]))
    damaged = bytearray(archive.content)
    start = min(int(at * len(damaged)), len(damaged) - len(noise))
    damaged[start : start + len(noise)] = noise
    source = archive.save(tmp_path_factory.mktemp("noise"), bytes(damaged))
    rows = [row for p in source.partitions(source.items()) for row in source.read(p)]
    ends = [*archive.offsets[1:], len(damaged)]
    whole = [
        f"offset={begin}"
        for begin, end in zip(archive.offsets, ends, strict=True)
        if end <= start or begin >= start + len(noise)
    ]
    good = {at for at, reason in outcomes(rows) if reason == "row"}
    assert good >= set(whole)
    assert len(rows) >= 6 - 1  # two records that touch the damage may be one stretch


@pytest.mark.parametrize("record", [0, 3, 5])
@pytest.mark.parametrize("flag", [0x02, 0x04, 0x08, 0x10, 0xE0])
def test_a_flag_of_a_gzip_header_costs_its_record_alone(tmp_path, read_all, record, flag):
    archive = Archive()
    for i in range(6):
        archive.response(PDF + bytes([i]))
    damaged = bytearray(archive.content)
    damaged[archive.offsets[record] + 3] = flag
    rows = outcomes(read_all(archive.save(tmp_path, bytes(damaged))))
    good = {at for at, reason in rows if reason == "row"}
    assert good >= {f"offset={at}" for n, at in enumerate(archive.offsets) if n != record}
    assert len(rows) == 6  # the damaged one is a rejection, or was read all the same


def test_zeros_behind_the_last_record_are_no_stretch_that_is_lost(tmp_path, read_all):
    archive = Archive().response().response()
    rows = read_all(archive.save(tmp_path, archive.content + bytes(5000)))
    assert [reason for _, reason in outcomes(rows)][:2] == ["row", "row"]


def test_an_empty_warc_and_one_that_is_none_are_rejections_beside_a_good_one(tmp_path, read_all):
    archive = Archive().response()
    archive.save(tmp_path, b"", "a.warc.gz")
    archive.save(tmp_path, b"<html>" * 1000, "b.warc")
    source = archive.save(tmp_path)
    assert len(source.partitions(source.items())) == 3
    assert [reason for _, reason in outcomes(read_all(source))] == [
        "file_empty",
        "warc_record_broken",
        "row",
    ]


def test_a_limit_goes_on_in_the_next_warc(tmp_path, read_all):
    archive = Archive()
    for _ in range(5):
        archive.response()
    archive.save(tmp_path, name="a.warc.gz")
    source = archive.save(tmp_path, name="b.warc.gz")
    keys = [f"{name}.warc.gz#offset={offset}" for name in "ab" for offset in archive.offsets]
    for limit in (3, 5, 7, 99):
        assert [row.source_key for row in read_all(Limited(source, limit))] == keys[:limit]


def test_one_record_is_in_memory_at_a_time(tmp_path):
    archive = Archive(compressed=False)
    for _ in range(10):
        archive.response(b"x" * (4 << 20))
    source = archive.save(tmp_path)
    (partition,) = source.partitions(source.items())
    tracemalloc.start()
    n_bytes = sum(len(row.content) for row in source.read(partition))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert n_bytes == 40 << 20
    assert peak < 20 << 20
