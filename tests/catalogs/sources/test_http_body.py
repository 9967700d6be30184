"""Bodies as crawlers store them: encoded, half decoded, damaged, too large."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.catalogs.sources.http_body import decoded_body
from vlcorpus.schemas.errors import Reject

PDF = b"%PDF-1.7 " * 40


def payload(body: bytes, *, transfer: str = "", content: str = "", max_bytes: int = 1 << 20) -> bytes:
    return decoded_body(body, transfer=transfer, content=content, max_bytes=max_bytes)[1]


def chunked(body: bytes, size: int) -> bytes:
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def raw_deflate(body: bytes) -> bytes:
    deflater = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return deflater.compress(body) + deflater.flush()


@given(st.binary(min_size=1, max_size=300), st.integers(1, 400))
def test_chunks_of_any_size_are_joined(body, size):
    assert payload(chunked(body, size), transfer="chunked") == body


@given(st.binary(max_size=300))
def test_codings_are_undone_from_the_last_to_the_first(body):
    assert payload(gzip.compress(raw_deflate(body)), content="deflate, gzip") == body


@pytest.mark.parametrize("head", [b"5;name=value\r\nhello\r\n0\r\n\r\n", b"5 \r\nhello\r\n0\r\n\r\n"])
def test_a_chunk_may_have_an_extension_or_a_space(head):
    assert payload(head, transfer="chunked") == b"hello"


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(PDF)),
        ("X-GZIP", gzip.compress(PDF)),
        ("deflate", zlib.compress(PDF)),
        ("deflate", raw_deflate(PDF)),
        ("identity", PDF),
        ("utf-8", PDF),
        ("", PDF),
    ],
)
def test_each_coding_is_undone(coding, body):
    assert payload(body, content=coding) == PDF


@pytest.mark.parametrize(
    "headers", [{"content": "gzip"}, {"content": "zstd"}, {"transfer": "chunked"}], ids=lambda h: str(h)
)
def test_what_the_crawler_decoded_already_stays(headers):
    assert payload(PDF, **headers) == PDF


def test_the_body_without_chunks_is_told_beside_the_payload():
    packed = gzip.compress(PDF)
    body, found = decoded_body(chunked(packed, 50), transfer="chunked", content="gzip", max_bytes=1 << 20)
    assert (body, found) == (packed, PDF)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
@pytest.mark.parametrize(("limit", "fits"), [(len(PDF), True), (len(PDF) - 1, False)])
def test_both_sides_of_the_limit(coding, limit, fits):
    body = gzip.compress(PDF) if coding == "gzip" else zlib.compress(PDF)
    if fits:
        assert payload(body, content=coding, max_bytes=limit) == PDF
    else:
        with pytest.raises(Reject, match="file_too_large"):
            payload(body, content=coding, max_bytes=limit)


@pytest.mark.parametrize(
    ("headers", "body", "told"),
    [
        ({"content": "gzip"}, gzip.compress(PDF)[:-9], "ends too early"),
        ({"content": "gzip"}, gzip.compress(PDF)[:-1] + b"\xff", "damaged"),
        ({"content": "deflate"}, b"\x78\x9c\xff\xff", "damaged"),
        ({"content": "br"}, b"\xff\xff\xff", "br body is damaged"),
        ({"content": "compress"}, PDF, "'compress' is none that is known"),
        ({"transfer": "chunked"}, chunked(PDF, 100)[:-5], "before the last chunk"),
        ({"transfer": "chunked"}, b"5\r\nhelloXX7\r\n", "breaks at byte"),
    ],
)
def test_damage_is_told(headers, body, told):
    with pytest.raises(Reject, match=told) as error:
        payload(body, **headers)
    assert error.value.reason == "warc_record_broken"
