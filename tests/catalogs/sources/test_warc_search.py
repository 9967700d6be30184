import gzip
import io

import pytest

from vlcorpus.catalogs.sources.warc_search import next_record, rest_after

STEP = 1 << 20
RECORD = b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"


@pytest.mark.parametrize("record", [RECORD, gzip.compress(RECORD)], ids=["plain", "gzip"])
@pytest.mark.parametrize("offset", [0, 1, 500, STEP - 9, STEP - 5, STEP - 1, STEP, STEP + 1, 3 * STEP - 4])
def test_a_record_is_found_wherever_it_begins(record, offset):
    assert next_record(io.BytesIO(b"\xff" * offset + record), 0) == offset


@pytest.mark.parametrize("start", [1, 5])
def test_the_search_begins_where_it_is_told(start):
    assert next_record(io.BytesIO(RECORD + RECORD), start) == len(RECORD)
    assert next_record(io.BytesIO(RECORD), start) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no record",
        b"WARC/1.1 is a format",
        gzip.compress(b"<html>", mtime=0),
        b"\x1f\x8b\x08" * 100,
        RECORD[:8],
    ],
)
def test_what_only_looks_like_a_record_is_none(content):
    assert next_record(io.BytesIO(content), 0) is None


@pytest.mark.parametrize(
    ("behind", "rest"),
    [(b"", False), (bytes(3_000_000), False), (b"\0\0x", True), (gzip.compress(b"y"), True)],
)
def test_what_follows_a_member_is_found_unless_it_is_zeros(behind, rest):
    member = gzip.compress(b"x" * 5_000_000)
    stream = io.BytesIO(b"before" + member + behind)
    assert rest_after(stream, 6) == (6 + len(member) if rest else None)


@pytest.mark.parametrize("content", [b"no gzip at all", gzip.compress(b"cut" * 100)[:-9]])
def test_what_is_no_whole_member_is_followed_by_nothing(content):
    assert rest_after(io.BytesIO(content), 0) is None
