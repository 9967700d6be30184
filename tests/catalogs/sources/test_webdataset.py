import gzip
import io
import json
import random
import tarfile
import tracemalloc
from functools import partial
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogs.sources.tar_pairs import BLOCK, END, header, members, outcomes, sample, tars, zstd
from tests.referenced import read_referenced
from vlcorpus.catalogs.sources import tar_reader
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.webdataset import WebDataset
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.errors import EnvironmentFailure, Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection

COMPRESSED = {
    "00000.tar": bytes,
    "00000.TAR.GZ": gzip.compress,
    "00000.tgz": gzip.compress,
    "00000.tar.zst": zstd,
}


@pytest.mark.parametrize("name", COMPRESSED)
def test_a_sample_is_a_row_with_its_text_its_address_its_licence_and_the_rest(name, tmp_path, read):
    fields = {"caption": "a cat", "url": "http://x/a.jpg", "license": "CC0-1.0", "width": 64}
    content = (
        sample("000", **fields) + sample("001", text=None, caption="ein Hund 🐕", status="success") + END
    )
    first, second = read(tars(tmp_path, COMPRESSED[name](content), name, license="MIT"))
    assert (first.source_key, first.uri) == (f"{name}#sample=000", f"{tmp_path}/{name}#sample=000")
    assert (first.content, first.text, first.url) == (b"JPG", "a cat", "http://x/a.jpg")
    assert (first.license, json.loads(first.meta)) == ("CC0-1.0", {"width": 64})
    assert (second.text, second.license, second.url, second.meta) == ("ein Hund 🐕", "MIT", None, None)


@pytest.mark.parametrize("name", COMPRESSED)
def test_an_image_in_a_plain_tar_has_an_address_of_its_own(name, tmp_path, read):
    content = sample("000", caption="a cat") + sample("001", caption="a dog") + END
    first, second = read(tars(tmp_path, COMPRESSED[name](content), name, license="MIT"))
    if name != "00000.tar":
        assert (first.media_path, second.media_path) == (None, None)
        return
    assert read_referenced(first.media_path) == first.content
    assert read_referenced(second.media_path) == second.content
    assert first.media_path != second.media_path


def test_what_tarfile_writes_in_each_format_is_read(tmp_path, read):
    long = "folder/" + "x" * 300
    for index, form in enumerate((tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT)):
        name = "é/000" if form == tarfile.USTAR_FORMAT else long
        with tarfile.open(tmp_path / f"{index}.tar", "w", format=form) as tar:
            tar.addfile(tarfile.TarInfo("folder.d/") if index else tarfile.TarInfo("README"))
            for ending, body in ((".PNG", b"png"), (".caption", "é".encode())):
                info = tarfile.TarInfo(name + ending)
                info.size, info.pax_headers = len(body), {"mtime": "1.5"}
                tar.addfile(info, io.BytesIO(body))
    rows = read(tars(tmp_path))
    assert [(row.source_key, row.content, row.text) for row in rows] == [
        ("0.tar#sample=é/000", b"png", "é"),
        (f"1.tar#sample={long}", b"png", "é"),
        (f"2.tar#sample={long}", b"png", "é"),
    ]


def test_the_key_ends_at_the_first_dot_of_the_name_and_keeps_the_folder(tmp_path, read):
    named = [("./b.1/x.jpg", b"1"), ("b.1/x.cls", b"0"), ("c/x.jpg", b"2"), (b"\xff.jpg", b"3")]
    content = members(("README", b"-"), (".hidden.jpg", b"-"), ("c/noending", b"-"), *named) + END
    assert outcomes(read(tars(tmp_path, content))) == [
        ("sample=b.1/x", "row"),
        ("sample=c/x", "row"),
        ("sample=\\xff", "row"),
    ]


SAMPLES = {
    "no image": ([("a.txt", b"x"), ("a.json", b"{}")], "image_missing"),
    "an ending that is none of an image": ([("a.mp4", b"x"), ("a.txt", b"x")], "image_missing"),
    "two images": ([("a.jpg", b"1"), ("a.png", b"2"), ("a.txt", b"x")], "image_ambiguous"),
    "two images, neither plain": ([("a.x.png", b"1"), ("a.y.png", b"2")], "image_ambiguous"),
    "an image and its mask": ([("a.mask.png", b"m"), ("a.jpg", b"JPG")], "row"),
    "an image with more than one dot": ([("a.thumb.JPG", b"JPG")], "row"),
    "a member twice": ([("a.jpg", b"1"), ("a.jpg", b"2")], "sample_repeated"),
    "an empty image": ([("a.jpg", b""), ("a.txt", b"x")], "file_empty"),
    "an image of the limit": ([("a.jpg", b"x" * 99)], "row"),
    "an image above the limit": ([("a.jpg", b"x" * 100)], "file_too_large"),
    "a text above the limit": ([("a.jpg", b"x"), ("a.txt", b"x" * 100)], "file_too_large"),
    "a text that is no UTF-8": ([("a.jpg", b"x"), ("a.txt", b"caf\xe9")], "row"),
    "an AVIF": ([("a.avif", b"x")], "row"),
    "a JFIF": ([("a.jfif", b"x")], "row"),
    "a bitmap of Netpbm": ([("a.ppm", b"x")], "row"),
    "several images of a camera": ([("a.mpo", b"x")], "row"),
    "half a surrogate pair": ([("a.jpg", b"x"), ("a.json", b'{"caption": "\\ud800"}')], "row"),
    "half a pair in the rest": ([("a.jpg", b"x"), ("a.json", b'{"note": "\\ud800"}')], "row"),
    "a caption that is a list": ([("a.jpg", b"x"), ("a.json", b'{"caption": ["x"]}')], "row"),
    "a caption that is a number": ([("a.jpg", b"x"), ("a.json", b'{"caption": 3}')], "text_not_a_string"),
    "broken JSON": ([("a.jpg", b"x"), ("a.json", b'{"caption": ')], "json_broken"),
    "JSON that is no object": ([("a.jpg", b"x"), ("a.json", b"[1]")], "json_broken"),
    "JSON without a bottom": ([("a.jpg", b"x"), ("a.json", b"[" * 99)], "json_broken"),
    "a number that JSON has not": ([("a.jpg", b"x"), ("a.json", b'{"score": NaN}')], "json_broken"),
    "JSON that is no UTF-8": ([("a.jpg", b"x"), ("a.json", b'{"t": "\xe9"}')], "row"),
    "an empty text": ([("a.jpg", b"x"), ("a.txt", b"")], "row"),
}


@pytest.mark.parametrize("case", SAMPLES)
def test_a_bad_sample_is_a_rejection_and_the_one_behind_it_a_row(case, tmp_path, read):
    named, expected = SAMPLES[case]
    rows = read(tars(tmp_path, members(*named, ("b.jpg", b"x")) + END, max_file_bytes=99))
    assert outcomes(rows) == [("sample=a", expected), ("sample=b", "row")]
    if case in ("an image and its mask", "an image with more than one dot"):
        assert rows[0].content == b"JPG"


def test_json_nested_without_a_bottom_is_a_rejection(tmp_path, read):
    content = members(("a.jpg", b"x"), ("a.json", b'{"a":' * 200_000)) + END
    assert outcomes(read(tars(tmp_path, content))) == [("sample=a", "json_broken")]


def test_the_text_is_that_of_txt_and_another_caption_stays_in_meta(tmp_path, read):
    content = members(("a.jpg", b"x"), ("a.caption", b"second"), ("a.txt", "\ufefffirst".encode()))
    (row,) = read(tars(tmp_path, content + members(("a.json", b'{"caption": "third"}')) + END))
    assert (row.text, json.loads(row.meta)) == ("first", {"caption": "third"})


def test_a_key_that_comes_again_is_a_rejection_of_its_own(tmp_path, read):
    content = sample("a") + sample("b") + sample("a") + sample("a/b") + END
    where = len(sample("a") + sample("b"))
    assert outcomes(read(tars(tmp_path, content))) == [
        ("sample=a", "row"),
        ("sample=b", "row"),
        (f"sample=a&offset={where}", "sample_repeated"),
        ("sample=a/b", "row"),
    ]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_a_link_or_a_special_file_in_place_of_an_image_is_a_rejection(kind, tmp_path, read):
    content = header("a.jpg", 0, kind, "/etc/passwd") + members(("b.jpg", b"x")) + END
    assert outcomes(read(tars(tmp_path, content))) == [("sample=a", "file_unreadable"), ("sample=b", "row")]


def test_an_image_whose_text_is_no_utf8_goes_on_without_it_and_says_so(tmp_path, read):
    (row,) = read(tars(tmp_path, members(("a.jpg", b"JPG"), ("a.txt", "café".encode("latin-1"))) + END))
    assert (row.content, row.text) == (b"JPG", "")
    assert "byte 3" in json.loads(row.meta)["text_not_utf8"]


def test_a_text_that_is_a_name_of_a_file_gives_way_to_the_caption(tmp_path, read):
    content = members(("a.jpg", b"JPG"), ("a.txt", b"IMG_0042.JPG\n"), ("a.json", b'{"caption": "a cat"}'))
    (row,) = read(tars(tmp_path, content + END))
    assert row.text == "a cat"


def test_images_with_dots_in_their_names_are_counted_and_the_detail_is_short(tmp_path, read):
    content = members(*((f"photo.{n:05d}.jpg", b"JPG") for n in range(3000))) + END
    (row,) = read(tars(tmp_path, content))
    assert row.reason == "image_ambiguous"
    assert "it has 3000 images" in row.detail
    assert "first dot" in row.detail
    assert len(row.detail) < 1000


# -- damage -------------------------------------------------------------------------------------------------

ONE = len(sample("0"))


@pytest.mark.parametrize("compress", [bytes, gzip.compress, zstd], ids=["plain", "gzip", "zstd"])
@pytest.mark.parametrize(
    ("cut", "n_rows", "lost_from"),
    [
        (3 * ONE + 100, 3, 3 * ONE),  # cut in a header: the third sample has what the second has
        (3 * ONE, 3, 3 * ONE),  # between samples: only the end mark is missing
        (3 * ONE - BLOCK, 2, 2 * ONE),  # cut in the JSON of the third
        (3 * ONE - 2 * BLOCK, 2, 2 * ONE),  # before it
        (2 * ONE + BLOCK + 1, 2, 2 * ONE),  # cut in its image
    ],
)
def test_a_tar_that_was_cut_gives_what_is_whole_and_one_rejection(
    cut, n_rows, lost_from, compress, tmp_path, read
):
    content = b"".join(sample(str(i)) for i in range(5))[:cut]
    rows = read(tars(tmp_path, compress(content)))
    expected = [(f"sample={i}", "row") for i in range(n_rows)]
    assert outcomes(rows) == [*expected, (f"offset={lost_from}", "tar_broken")]


@pytest.mark.parametrize(
    ("ending", "compress"), [("tgz", partial(gzip.compress, compresslevel=0)), ("tar.zst", zstd)]
)
def test_a_compressed_stream_that_was_cut_or_damaged_is_one_rejection(ending, compress, tmp_path, read):
    images = [random.Random(i).randbytes(3000) for i in range(9)]  # which nothing makes smaller
    whole = compress(b"".join(sample(f"{i}", image=content) for i, content in enumerate(images)) + END)
    for name, content in (
        (f"a.{ending}", whole[: len(whole) // 2]),
        (f"b.{ending}", whole[:-4]),
        (f"c.{ending}", whole[:6]),
        (f"d.{ending}", whole[:12000] + b"\xff" * 200 + whole[12200:]),
        (f"e.{ending}", whole + b"junk"),
    ):
        (tmp_path / name).write_bytes(content)
    rows = read(tars(tmp_path))
    broken = [row.source_key[0] for row in rows if isinstance(row, Rejection)]
    assert broken == ["a", "b", "c", "d", "e"]
    assert len([row for row in rows if row.source_key.startswith("e") and isinstance(row, PairRow)]) == 9


def test_frames_of_zstandard_that_follow_one_another_are_one_stream(tmp_path, read):
    skipped = b"\x50\x2a\x4d\x18\x04\x00\x00\x00pzst"
    content = skipped + zstd(sample("0")) + zstd(sample("1")) + skipped + zstd(END)
    assert outcomes(read(tars(tmp_path, content, "a.tar.zst"))) == [("sample=0", "row"), ("sample=1", "row")]


def pax(name: bytes) -> bytes:
    """Return a pax header with one record."""
    record = b"%d %s=\n" % (len(name) + 7, name)
    return header("x", len(record), tarfile.XHDTYPE) + record + bytes(-len(record) % 512)


HEADERS = {
    "junk": b"junk" * 128,
    "a size above the file": header("z.jpg", 1 << 40),
    "a size of 9 EiB": header("z.jpg", (9 << 60) - 1),
    "a negative size": header("z.jpg", -1),
    "a size that is no number": header("z.jpg", 0)[:124] + b"zzzz" + header("z.jpg", 0)[128:],
    "a wrong checksum": b"\x01" + header("z.jpg", 0)[1:],
    "a name of 9 GiB": header("././@LongLink", 9 << 30, tarfile.GNUTYPE_LONGNAME),
    "a pax header of 9 GiB": header("x", 9 << 30, tarfile.XHDTYPE),
    "a pax header that is none": header("x", 9, tarfile.XHDTYPE) + b"9 9 9 9 9" + bytes(503),
    "a pax record of 10^30 bytes": header("x", 40, tarfile.XHDTYPE) + b"9" * 30 + b" a=b\n" + bytes(477),
    "many pax headers of one member": b"".join(
        pax(f"{number}".encode() + b"x" * 9_000) for number in range(2000)
    ),
    "a pax size that is no number": header("x", 12, tarfile.XHDTYPE)
    + b"12 size=-99\n"
    + bytes(500)
    + header("z.jpg", 5),
}


@pytest.mark.parametrize("damage", HEADERS)
def test_a_header_that_lies_costs_no_memory_and_takes_no_sample_before_it(damage, tmp_path, read):
    content = sample("0") + sample("1") + HEADERS[damage] + END
    tracemalloc.start()
    rows = read(tars(tmp_path, content))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert outcomes(rows)[:2] == [("sample=0", "row"), ("sample=1", "row")]
    assert [reason for _, reason in outcomes(rows)][2:] == ["tar_broken"]
    assert peak < 16 << 20


def test_an_empty_tar_has_no_rows_and_no_tar_at_all_is_a_rejection(tmp_path, read):
    (tmp_path / "a.tar").write_bytes(END)
    (tmp_path / "b.tar").write_bytes(b"")
    (tmp_path / "c.tar").write_bytes(b"<html>" * 999)
    (tmp_path / "d.tar").symlink_to("nowhere")
    (tmp_path / "e.tar").write_bytes(sample("0") + END)
    rows = read(tars(tmp_path))
    assert [(row.source_key, reason) for row, (_, reason) in zip(rows, outcomes(rows), strict=True)] == [
        ("b.tar", "file_empty"),
        ("c.tar", "tar_broken"),
        ("d.tar", "file_missing"),
        ("e.tar#sample=0", "row"),
    ]


def test_two_tars_joined_to_one_are_read_to_the_end(tmp_path, read):
    content = sample("0") + END + bytes(8 * BLOCK) + sample("1") + END
    assert outcomes(read(tars(tmp_path, content))) == [("sample=0", "row"), ("sample=1", "row")]


@settings(max_examples=60, deadline=None)
@given(
    at=st.floats(0, 1),
    noise=st.binary(min_size=1, max_size=1500),
    compress=st.sampled_from([bytes, gzip.compress, zstd]),
)
def test_overwritten_bytes_never_end_the_reading_or_change_a_sample_before_them(
    tmp_path_factory, at, noise, compress
):
    whole = b"".join(sample(str(i), image=bytes([i]) * 700) for i in range(6)) + END
    content = bytearray(compress(whole))
    start = int(at * len(content))
    content[start : start + len(noise)] = noise
    source = tars(tmp_path_factory.mktemp("noise"), bytes(content))
    rows = [row for p in source.partitions(source.items()) for row in source.read(p)]
    assert len({row.id for row in rows}) == len(rows) > 0
    if compress is bytes:
        good = {where for where, reason in outcomes(rows) if reason == "row"}
        one = len(sample("0", image=bytes(700)))
        assert good >= {f"sample={i}" for i in range(start // one)}


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5, 9])
def test_a_limit_goes_on_in_the_next_tar_also_without_ledgers(limit, tmp_path, read):
    tars(tmp_path, sample("0") + sample("1"), "a.tar")  # cut: a rejection behind its rows
    tars(tmp_path, END, "b.tar")
    tars(tmp_path, sample("2") + sample("3") + END, "c.tar")
    rows = read(tars(tmp_path))
    assert [reason for _, reason in outcomes(rows)] == ["row", "row", "tar_broken", "row", "row"]
    for n_tars in (1, 2, 16):
        assert read(Limited(tars(tmp_path, tars_per_partition=n_tars), limit)) == rows[:limit]


def test_a_limit_reads_no_tar_behind_the_last_row(tmp_path, read):
    tars(tmp_path, sample("0") + END, "a.tar")
    tars(tmp_path, sample("1") + END, "b.tar")
    assert [item.key for item in Limited(tars(tmp_path), 1).items()] == ["a.tar"]


def test_a_limit_does_not_count_what_may_be_read_in_another_run(tmp_path):
    source = Limited(tars(tmp_path, sample("0") + END), 1)
    gone = Reject(Reason.FILE_UNREADABLE, "no route", retryable=True)
    with patch.object(WebDataset, "open", side_effect=gone), pytest.raises(EnvironmentFailure, match="again"):
        source.items()


def test_small_tars_share_a_partition_and_large_ones_do_not(tmp_path, read):
    for i in range(5):
        tars(tmp_path, sample(str(i)) + END, f"{i}.tar")
    together, apart = tars(tmp_path, tars_per_partition=2), tars(tmp_path, partition_bytes=1)
    assert [len(p.items) for p in together.partitions(together.items())] == [2, 2, 1]
    assert [len(p.items) for p in apart.partitions(apart.items())] == [1] * 5
    assert read(together) == read(apart)


@pytest.mark.parametrize("compress", [bytes, lambda content: gzip.compress(content, 0), zstd])
def test_one_sample_is_in_memory_at_a_time(compress, tmp_path):
    content = b"".join(sample(str(i), image=b"x" * (4 << 20)) for i in range(10)) + members(
        ("z.bin", b"x" * (30 << 20)), ("z.jpg", b"x"), *((f"z.{i}.jpg", b"y" * (4 << 20)) for i in range(9))
    )
    source = tars(tmp_path, compress(content + END), piece_bytes=1 << 30)
    del content
    (partition,) = source.partitions(source.items())
    tracemalloc.start()
    n_bytes = 0
    for row in source.read(partition):
        n_bytes += len(row.content)
        del row
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert n_bytes == (40 << 20) + 1
    assert peak < 20 << 20


def test_names_that_climb_out_of_the_folder_are_rejects(tmp_path):
    keys = ["..\\up", "../up", "a/../../up", "a\\..\\up"]
    source = tars(tmp_path, b"".join(map(sample, keys)) + sample("v1.0\\0001") + sample("a..b/0001") + END)
    (partition,) = source.partitions(source.items())
    assert outcomes(source.read(partition)) == [
        *((f"sample={key}", "path_outside") for key in keys),
        ("sample=v1.0\\0001", "row"),
        ("sample=a..b/0001", "row"),
    ]


def test_a_tar_that_inflates_without_end_is_told_and_what_was_before_is_kept(tmp_path, read, monkeypatch):
    monkeypatch.setattr(tar_reader, "_FREE_BYTES", 1 << 20)
    bomb = sample("0") + sample("1", image=bytes(60 << 20)) + sample("2") + END
    (tmp_path / "a.tar.gz").write_bytes(gzip.compress(bomb))
    rows = read(tars(tmp_path, max_file_bytes=1 << 20))
    assert outcomes(rows) == [("sample=0", "row"), (f"offset={len(sample('0'))}", "archive_inflates")]
    assert "more than max_inflation=200 times as many" in rows[-1].detail
