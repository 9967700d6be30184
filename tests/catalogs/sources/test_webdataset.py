import gzip
import io
import json
import tarfile
import tracemalloc

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogs.sources.limit import Limited
from catalogs.sources.webdataset import WebDataset
from schemas.pair import PairRow
from schemas.rejection import Rejection

BLOCK = 512
END = bytes(2 * BLOCK)


def header(name: str | bytes, size: int, kind: bytes = tarfile.REGTYPE, link: str = "") -> bytes:
    info = tarfile.TarInfo(name.decode("utf-8", "surrogateescape") if isinstance(name, bytes) else name)
    info.size, info.type, info.linkname = size, kind, link
    return info.tobuf(tarfile.GNU_FORMAT, "utf-8", "surrogateescape")


def members(*named: tuple[str | bytes, bytes]) -> bytes:
    return b"".join(header(name, len(body)) + body + bytes(-len(body) % BLOCK) for name, body in named)


def sample(key: str, image: bytes = b"JPG", text: bytes | None = b"a cat", **fields) -> bytes:
    parts = [(f"{key}.jpg", image)]
    parts += [(f"{key}.txt", text)] if text is not None else []
    return members(*parts, (f"{key}.json", json.dumps(fields).encode()))


def tars(folder, content: bytes | None = None, name: str = "00000.tar", **parameters) -> WebDataset:
    if content is not None:
        (folder / name).write_bytes(content)
    return WebDataset(inputs=(str(folder),), source="web", **parameters)


def outcomes(rows) -> list[tuple[str, str]]:
    return [
        (row.source_key.partition("#")[2], str(row.reason) if isinstance(row, Rejection) else "row")
        for row in rows
    ]


@pytest.mark.parametrize("name", ["00000.tar", "00000.TAR.GZ", "00000.tgz"])
def test_a_sample_is_a_row_with_its_text_its_address_its_licence_and_the_rest(name, tmp_path, read):
    fields = {"caption": "a cat", "url": "http://x/a.jpg", "license": "CC0-1.0", "width": 64}
    content = (
        sample("000", **fields) + sample("001", text=None, caption="ein Hund 🐕", status="success") + END
    )
    content = content if name.endswith("tar") else gzip.compress(content)
    first, second = read(tars(tmp_path, content, name, license="MIT"))
    assert (first.source_key, first.uri) == (f"{name}#sample=000", f"{tmp_path}/{name}#sample=000")
    assert (first.content, first.text, first.url) == (b"JPG", "a cat", "http://x/a.jpg")
    assert (first.license, json.loads(first.meta)) == ("CC0-1.0", {"width": 64})
    assert (second.text, second.license, second.url, second.meta) == ("ein Hund 🐕", "MIT", None, None)


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
    "a text that is no UTF-8": ([("a.jpg", b"x"), ("a.txt", b"caf\xe9")], "text_not_utf8"),
    "half a surrogate pair": ([("a.jpg", b"x"), ("a.json", b'{"caption": "\\ud800"}')], "text_not_utf8"),
    "half a pair in the rest": ([("a.jpg", b"x"), ("a.json", b'{"title": "\\ud800"}')], "row"),
    "a caption that is a list": ([("a.jpg", b"x"), ("a.json", b'{"caption": ["x"]}')], "text_not_a_string"),
    "broken JSON": ([("a.jpg", b"x"), ("a.json", b'{"caption": ')], "json_broken"),
    "JSON that is no object": ([("a.jpg", b"x"), ("a.json", b"[1]")], "json_broken"),
    "JSON without a bottom": ([("a.jpg", b"x"), ("a.json", b"[" * 99)], "json_broken"),
    "a number that JSON has not": ([("a.jpg", b"x"), ("a.json", b'{"score": NaN}')], "json_broken"),
    "JSON that is no UTF-8": ([("a.jpg", b"x"), ("a.json", b'{"t": "\xe9"}')], "text_not_utf8"),
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


# -- damage -------------------------------------------------------------------------------------------------

ONE = len(sample("0"))


@pytest.mark.parametrize("compress", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize(
    ("cut", "n_rows", "lost_from"),
    [
        (3 * ONE + 100, 3, 3 * ONE),  # in a header: the third sample has what the second has
        (3 * ONE, 3, 3 * ONE),  # between samples: only the end mark is missing
        (3 * ONE - BLOCK, 2, 2 * ONE),  # in the JSON of the third
        (3 * ONE - 2 * BLOCK, 2, 2 * ONE),  # before it
        (2 * ONE + BLOCK + 1, 2, 2 * ONE),  # in its image
    ],
)
def test_a_tar_that_was_cut_gives_what_is_whole_and_one_rejection(
    cut, n_rows, lost_from, compress, tmp_path, read
):
    content = b"".join(sample(str(i)) for i in range(5))[:cut]
    rows = read(tars(tmp_path, compress(content)))
    expected = [(f"sample={i}", "row") for i in range(n_rows)]
    assert outcomes(rows) == [*expected, (f"offset={lost_from}", "tar_broken")]


def test_a_gzip_stream_that_was_cut_or_damaged_is_one_rejection(tmp_path, read):
    whole = gzip.compress(b"".join(sample(f"{i}", image=bytes([i]) * 3000) for i in range(9)) + END, 0)
    for name, content in (
        ("a.tgz", whole[: len(whole) // 2]),
        ("b.tgz", whole[:-4]),
        ("c.tgz", whole[:3]),
        ("d.tgz", whole[:12000] + b"\xff" * 200 + whole[12200:]),
    ):
        (tmp_path / name).write_bytes(content)
    rows = read(tars(tmp_path))
    broken = [row.source_key[0] for row in rows if isinstance(row, Rejection)]
    assert broken == ["a", "b", "c", "d"]
    assert [row.source_key for row in rows if row.source_key.startswith("b") and isinstance(row, PairRow)]


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
@given(at=st.floats(0, 1), noise=st.binary(min_size=1, max_size=1500), zipped=st.booleans())
def test_overwritten_bytes_never_end_the_reading_or_change_a_sample_before_them(
    tmp_path_factory, at, noise, zipped
):
    whole = b"".join(sample(str(i), image=bytes([i]) * 700) for i in range(6)) + END
    content = bytearray(gzip.compress(whole) if zipped else whole)
    start = int(at * len(content))
    content[start : start + len(noise)] = noise
    source = tars(tmp_path_factory.mktemp("noise"), bytes(content))
    rows = [row for p in source.partitions(source.items()) for row in source.read(p)]
    assert len({row.id for row in rows}) == len(rows) > 0
    if not zipped:
        good = {where for where, reason in outcomes(rows) if reason == "row"}
        one = len(sample("0", image=bytes(700)))
        assert good >= {f"sample={i}" for i in range(start // one)}


# -- the ledger ---------------------------------------------------------------------------------------------


def ledger(path, *rows: tuple[str | None, str, str | None]) -> None:
    keys, statuses, errors = zip(*rows, strict=True)
    pq.write_table(
        pa.table({"key": keys, "status": statuses, "error_message": pa.array(errors, pa.string())}),
        path,
    )


FAILED, DONE = "failed_to_download", ("success", None)


def test_a_download_that_failed_is_a_rejection_with_its_error(tmp_path, read):
    ledger(tmp_path / "00000.parquet", ("0", *DONE), ("1", FAILED, "HTTP 404"), ("2", *DONE))
    source = tars(tmp_path, sample("0") + sample("2") + END)
    rows = read(source)
    assert outcomes(rows) == [("sample=0", "row"), ("sample=2", "row"), ("sample=1", "download_failed")]
    assert (rows[2].detail, rows[2].source_key) == (f"{FAILED}: HTTP 404", "00000.tar#sample=1")
    assert [item.n_rows for item in source.items()] == [3]


def test_what_the_ledger_has_and_a_cut_tar_lost_is_told_sample_by_sample(tmp_path, read):
    ledger(tmp_path / "00000.parquet", *((str(i), *DONE) for i in range(4)), ("4", FAILED, "x"))
    rows = read(tars(tmp_path, (sample("0") + sample("1") + sample("2"))[: 3 * ONE - BLOCK]))
    assert outcomes(rows) == [
        ("sample=0", "row"),
        ("sample=1", "row"),
        ("sample=2", "tar_broken"),
        ("sample=3", "tar_broken"),
        ("sample=4", "download_failed"),
    ]


def test_a_ledger_that_disagrees_or_is_confused_loses_and_doubles_nothing(tmp_path, read):
    rows = [("0", *DONE), ("9", *DONE), (None, *DONE), (None, FAILED, None)]
    ledger(tmp_path / "00000.parquet", *rows, ("0", *DONE), ("1", FAILED, None), ("9", FAILED, "x"))
    assert outcomes(read(tars(tmp_path, sample("0") + sample("1") + END))) == [
        ("sample=0", "row"),
        ("sample=1", "row"),
        ("sample=9", "image_missing"),
        ("ledger_row=2", "key_missing"),
        ("ledger_row=3", "download_failed"),
        ("ledger_row=4", "sample_repeated"),
        ("ledger_row=6", "download_failed"),
    ]


def test_a_broken_ledger_is_a_rejection_and_a_table_of_another_kind_is_none(tmp_path, read):
    tars(tmp_path, sample("0") + END, "a.tar")
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    tars(tmp_path, sample("0") + END, "b.tar")
    pq.write_table(pa.table({"uid": ["x"]}), tmp_path / "b.parquet")
    source = tars(tmp_path)
    assert outcomes(read(source)) == [("sample=0", "row"), ("ledger", "parquet_broken"), ("sample=0", "row")]
    assert [item.n_rows for item in source.items()] == [None, None]


def test_another_ledger_is_another_input(tmp_path):
    source = tars(tmp_path, sample("0") + END)
    seen = [source.describe()["listing_sha256"]]
    for error in (None, "HTTP 404"):
        ledger(tmp_path / "00000.parquet", ("1", FAILED, error))
        seen.append(tars(tmp_path).describe()["listing_sha256"])
    assert len(set(seen)) == 3


@pytest.mark.parametrize(("limit", "expected"), [(1, "0"), (3, "021"), (4, "0210"), (9, "021021")])
def test_a_limit_goes_on_in_the_next_tar_where_the_ledger_says_how_many_there_are(
    limit, expected, tmp_path, read
):
    for name in ("a", "b"):
        tars(tmp_path, sample("0") + sample("2") + END, f"{name}.tar")
        ledger(tmp_path / f"{name}.parquet", ("0", *DONE), ("1", FAILED, "x"), ("2", *DONE))
    for n_tars in (1, 16):
        rows = read(Limited(tars(tmp_path, tars_per_partition=n_tars), limit))
        assert "".join(row.source_key[-1] for row in rows) == expected


def test_small_tars_share_a_partition_and_large_ones_do_not(tmp_path, read):
    for i in range(5):
        tars(tmp_path, sample(str(i)) + END, f"{i}.tar")
    together, apart = tars(tmp_path, tars_per_partition=2), tars(tmp_path, partition_bytes=1)
    assert [len(p.items) for p in together.partitions(together.items())] == [2, 2, 1]
    assert [len(p.items) for p in apart.partitions(apart.items())] == [1] * 5
    assert read(together) == read(apart)


@pytest.mark.parametrize("compress", [bytes, lambda content: gzip.compress(content, 0)])
def test_one_sample_is_in_memory_at_a_time(compress, tmp_path):
    content = b"".join(sample(str(i), image=b"x" * (4 << 20)) for i in range(10)) + members(
        ("z.bin", b"x" * (30 << 20)), ("z.jpg", b"x"), *((f"z.{i}.jpg", b"y" * (4 << 20)) for i in range(9))
    )
    source = tars(tmp_path, compress(content + END))
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
