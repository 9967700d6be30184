import os
import socket
import threading
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from vlcorpus.catalogs.sources.files import Files
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.open_pairs import open_pairs
from vlcorpus.catalogs.sources.source import listing_digest
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.rejection import Rejection

NOBODY = 65534


def files(*inputs, patterns=("*.pdf",), **parameters) -> Files:
    return Files(inputs=tuple(map(str, inputs)), source="test", patterns=patterns, **parameters)


def fill(root: Path, *names: str, content: bytes = b"%PDF") -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


def keys(source: Files) -> list[str]:
    return [item.key for item in source.items()]


def outcomes(rows) -> dict[str, str]:
    return {row.source_key: row.reason if isinstance(row, Rejection) else "row" for row in rows}


def test_a_folder_is_listed_to_its_depths_by_pattern_in_any_case_and_by_key(tmp_path):
    fill(tmp_path, "b.PDF", "a/deep/er/c.pdf", "a.pdf", "readme.txt")
    assert keys(files(tmp_path)) == ["a.pdf", "a/deep/er/c.pdf", "b.PDF"]


def test_a_row_carries_the_bytes_and_an_id_that_does_not_depend_on_where_the_folder_lies(tmp_path, read_all):
    one = read_all(files(fill(tmp_path / "one", "x/a.pdf")))
    two = read_all(files(fill(tmp_path / "two" / "further", "x/a.pdf")))
    assert isinstance(one[0], FileRow)
    assert (one[0].content, one[0].source_key) == (b"%PDF", "x/a.pdf")
    assert one[0].uri == f"{tmp_path}/one/x/a.pdf"
    assert one[0].id == two[0].id


def test_a_relative_input_a_file_uri_and_an_absolute_path_list_the_same(tmp_path, monkeypatch):
    fill(tmp_path, "in put/a.pdf")
    monkeypatch.chdir(tmp_path)
    assert files("in put").items() == files(tmp_path / "in put").items()
    assert files(f"file://{tmp_path}/in put".replace(" ", "%20")).items() == files("in put").items()


def test_a_file_by_name_is_taken_whatever_the_pattern_and_called_as_the_user_calls_it(tmp_path, read_all):
    fill(tmp_path, "blobs/6f2a")
    (tmp_path / "paper.bin").symlink_to(tmp_path / "blobs/6f2a")
    assert outcomes(read_all(files(tmp_path / "paper.bin"))) == {"paper.bin": "row"}


@pytest.mark.parametrize(
    ("glob", "expected"),
    [
        ("*.pdf", ["a.pdf"]),
        ("*/c*.pdf", ["x/c.pdf", "y/c2.pdf"]),
        ("x/**", ["c.pdf", "d.txt", "z/e.pdf"]),
        ("**/*.pdf", ["a.pdf", "x/c.pdf", "x/z/e.pdf", "y/c2.pdf"]),
        ("**/z/*", ["x/z/e.pdf"]),
        ("x/[cd].*", ["c.pdf", "d.txt"]),
        ("[xy]", ["x/c.pdf", "x/z/e.pdf", "y/c2.pdf"]),
        ("y/c?.pdf", ["c2.pdf"]),
    ],
)
def test_globs(tmp_path, glob, expected):
    fill(tmp_path, "a.pdf", "x/c.pdf", "x/d.txt", "x/z/e.pdf", "y/c2.pdf")
    assert keys(files(f"{tmp_path}/{glob}")) == expected


def test_a_name_with_brackets_that_exists_is_no_glob(tmp_path):
    assert keys(files(fill(tmp_path / "[2024] papers?", "a[1].pdf"))) == ["a[1].pdf"]


def test_two_files_of_one_key_are_refused_by_name(tmp_path):
    fill(tmp_path, "one/a.pdf", "two/a.pdf")
    with pytest.raises(ConfigError, match=r"one/a\.pdf and .*two/a\.pdf have the same key 'a\.pdf'.*parent"):
        files(tmp_path / "one", tmp_path / "two").items()


def test_a_file_reached_under_two_keys_is_refused_and_under_one_key_is_read_once(tmp_path):
    fill(tmp_path, "x/ab.pdf")
    with pytest.raises(ConfigError, match="reached through two inputs"):
        files(tmp_path, tmp_path / "x").items()
    assert keys(files(f"{tmp_path}/x/a*", f"{tmp_path}/x/*b.pdf")) == ["ab.pdf"]


def test_a_missing_input_names_the_nearest_one(tmp_path):
    fill(tmp_path, "papers/a.pdf")
    with pytest.raises(ConfigError, match=r"paper/a\.pdf: there is no such.*Did you mean .*/papers\?"):
        files(tmp_path / "paper" / "a.pdf").items()


def test_an_input_without_a_file_of_the_pattern_says_what_it_holds(tmp_path):
    fill(tmp_path, "a.tiff", "b.tiff")
    with pytest.raises(ConfigError, match=r"no file named \*\.pdf.*It holds 2 \.tiff"):
        files(tmp_path).items()
    with pytest.raises(ConfigError, match="there is no file to read"):
        files(f"{tmp_path}/*.png").items()


def test_what_no_pattern_names_is_told_by_its_kind(tmp_path, caplog):
    fill(tmp_path, "a.pdf", "b.txt", "c.txt", *(f"{n}.{n}" for n in range(9)))
    keys(files(tmp_path))
    (told,) = caplog.messages
    assert told.startswith(f"{tmp_path}: not read, for it is not named *.pdf: 2 .txt, 1 .")
    assert told.endswith(", 2 kinds more")


def test_what_a_source_reads_beside_its_patterns_is_not_told(tmp_path, caplog):
    Image.new("RGB", (64, 64)).save(fill(tmp_path, "b.csv") / "a.png")
    (tmp_path / "b.csv").write_text("image,text\na.png,nothing\n")
    open_pairs([str(tmp_path)]).items()
    assert caplog.messages == []


def test_loops_of_links_end_and_every_real_folder_is_listed_once_under_its_own_name(tmp_path):
    fill(tmp_path, "z/a.pdf")
    (tmp_path / "z" / "up").symlink_to(tmp_path)
    (tmp_path / "a-link").symlink_to(tmp_path / "z")
    (tmp_path / "self.pdf").symlink_to("self.pdf")
    outside = fill(tmp_path.parent / f"{tmp_path.name}-outside", "b.pdf")
    (tmp_path / "m").symlink_to(outside)
    (tmp_path / "n").symlink_to(outside)
    assert keys(files(tmp_path)) == ["m/b.pdf", "self.pdf", "z/a.pdf"]


def test_what_is_no_file_is_a_rejection_and_takes_no_good_file_with_it(tmp_path, read_all):
    fill(tmp_path, "good1.pdf", "good2.pdf")
    fill(tmp_path, "empty.pdf", content=b"")
    fill(tmp_path, "large.pdf", content=b"x" * 11)
    fill(tmp_path, "limit.pdf", content=b"x" * 10)
    os.mkfifo(tmp_path / "fifo.pdf")
    (tmp_path / "broken.pdf").symlink_to("nowhere")
    (tmp_path / "loop.pdf").symlink_to("loop.pdf")
    with socket.socket(socket.AF_UNIX) as endpoint:
        endpoint.bind(str(tmp_path / "s.pdf"))
        rows = read_all(files(tmp_path, max_file_bytes=10))
    assert outcomes(rows) == {
        "broken.pdf": "file_missing",
        "empty.pdf": "file_empty",
        "fifo.pdf": "file_unreadable",
        "good1.pdf": "row",
        "good2.pdf": "row",
        "large.pdf": "file_too_large",
        "limit.pdf": "row",
        "loop.pdf": "file_unreadable",
        "s.pdf": "file_unreadable",
    }
    rejections = [row for row in rows if isinstance(row, Rejection)]
    assert {r.stage for r in rejections} == {"Files"}
    assert not any(r.retryable for r in rejections)
    assert "fifo" in next(r.detail for r in rejections if r.source_key == "fifo.pdf")


def test_a_file_that_vanished_or_grew_since_the_listing_is_a_rejection(tmp_path):
    source = files(fill(tmp_path, "a.pdf", "b.pdf", "c.pdf"), max_file_bytes=4)
    partitions = source.partitions(source.items())
    (tmp_path / "a.pdf").unlink()
    (tmp_path / "b.pdf").write_bytes(b"12345")
    rows = [row for partition in partitions for row in source.read(partition)]
    assert outcomes(rows) == {"a.pdf": "file_missing", "b.pdf": "file_too_large", "c.pdf": "row"}


@pytest.fixture
def unprivileged(tmp_path_factory):
    """Root may read everything; the permission tests need somebody who may not."""
    if os.geteuid() != 0:
        yield
        return
    for folder in (tmp_path_factory.getbasetemp(), *tmp_path_factory.getbasetemp().parents[:2]):
        if folder != Path("/tmp"):
            folder.chmod(folder.stat().st_mode | 0o055)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_and_a_folder_without_permission_are_rejections(tmp_path, read_all, request):
    fill(tmp_path, "a.pdf", "secret.pdf", "closed/b.pdf")
    tmp_path.chmod(0o755)
    (tmp_path / "secret.pdf").chmod(0)
    (tmp_path / "closed").chmod(0)
    request.getfixturevalue("unprivileged")
    expected = {"a.pdf": "row", "closed/": "file_unreadable", "secret.pdf": "file_unreadable"}
    assert outcomes(read_all(files(tmp_path))) == expected
    assert outcomes(read_all(files(f"{tmp_path}/*/*.pdf", f"{tmp_path}/*.pdf"))) == expected


def test_an_input_that_cannot_be_listed_at_all_stops_the_run(tmp_path, request):
    fill(tmp_path, "closed/b.pdf")
    tmp_path.chmod(0o755)
    (tmp_path / "closed").chmod(0)
    request.getfixturevalue("unprivileged")
    with pytest.raises(EnvironmentFailure, match=r"closed: cannot be listed.*permissions"):
        files(tmp_path / "closed").items()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (b"a\nb.pdf", "a\nb.pdf"),
        ("论文 №1 #2%20?.pdf".encode(), "论文 №1 #2%20?.pdf"),
        (b"bad\xff.pdf", "bad\\xff.pdf"),
        (b" .pdf", " .pdf"),
        (b"-rf.pdf", "-rf.pdf"),
    ],
)
def test_odd_names_are_keys_that_arrow_can_hold(tmp_path, name, key, read_all):
    (tmp_path / os.fsdecode(name)).write_bytes(b"%PDF")
    assert outcomes(read_all(files(tmp_path))) == {key: "row"}
    assert outcomes(read_all(files(tmp_path / os.fsdecode(name)))) == {key: "row"}


def test_partitions_hold_at_most_so_many_files_and_bytes(tmp_path, read_all):
    fill(tmp_path, *(f"{i:02d}.pdf" for i in range(10)))
    source = files(tmp_path, files_per_partition=4)
    assert [len(p.items) for p in source.partitions(source.items())] == [4, 4, 2]
    small = files(tmp_path, partition_bytes=8)
    assert [len(p.items) for p in small.partitions(small.items())] == [2] * 5
    assert len(read_all(source)) == len(read_all(small)) == 10


def test_what_is_listed_is_no_parameter_and_every_change_of_it_is_noticed(tmp_path):
    fill(tmp_path, "a.pdf", "b.pdf")
    described, seen = files(tmp_path).describe(), [listing_digest(files(tmp_path).items())]
    assert files(tmp_path, max_file_bytes=7).describe() != described
    os.utime(tmp_path / "a.pdf", ns=(1, 1))
    seen.append(listing_digest(files(tmp_path).items()))
    fill(tmp_path, "c.pdf")
    seen.append(listing_digest(files(tmp_path).items()))
    (tmp_path / "a.pdf").unlink()
    seen.append(listing_digest(files(tmp_path).items()))
    assert len(set(seen)) == 4
    assert files(tmp_path).describe() == described


def test_a_listing_is_made_once(tmp_path):
    source = files(fill(tmp_path, "a.pdf"))
    before = source.items()
    fill(tmp_path, "b.pdf")
    assert source.items() == before
    assert keys(source) == ["a.pdf"]


def test_ten_thousand_files_are_listed(tmp_path):
    for folder in range(10):
        (tmp_path / str(folder)).mkdir()
        for file in range(1000):
            os.close(os.open(f"{tmp_path}/{folder}/{file}.pdf", os.O_CREAT))
    assert len(files(tmp_path).items()) == 10_000


def test_reading_holds_one_file_at_a_time(tmp_path):
    import tracemalloc

    fill(tmp_path, *(f"{i}.pdf" for i in range(8)), content=b"x" * (4 << 20))
    source = files(tmp_path)
    tracemalloc.start()
    for partition in source.partitions(source.items()):
        for row in source.read(partition):
            assert len(row.content) == 4 << 20
            del row
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12 << 20


@pytest.mark.parametrize(("limit", "expected"), [(1, 1), (3, 3), (5, 5), (9, 5)])
def test_a_limit_keeps_the_first_files(tmp_path, limit, expected, read_all):
    fill(tmp_path, *(f"{i}.pdf" for i in range(5)))
    limited = Limited(files(tmp_path, files_per_partition=2), limit)
    assert [row.source_key for row in read_all(limited)] == [f"{i}.pdf" for i in range(expected)]
    assert limited.describe() == limited.inner.describe()


def test_a_limit_below_one_row_is_refused(tmp_path):
    with pytest.raises(ConfigError, match="limit=0"):
        Limited(files(tmp_path), 0)


def test_sources_are_read_from_threads_at_once(tmp_path):
    source = files(fill(tmp_path, *(f"{i}.pdf" for i in range(64))), files_per_partition=4)
    counts: Counter[str] = Counter()

    def work(partition):
        counts.update(row.source_key for row in source.read(partition))

    threads = [threading.Thread(target=work, args=(p,)) for p in source.partitions(source.items())]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(counts.values()) == {1}
    assert len(counts) == 64


def test_a_link_that_leaves_the_input_is_a_rejection_and_one_that_stays_is_its_file(tmp_path, read_all):
    folder = fill(tmp_path / "in", "z/a.pdf")
    outside = fill(tmp_path / "outside", "b.pdf")
    (folder / "out.pdf").symlink_to(outside / "b.pdf")
    (folder / "m").symlink_to(outside)
    (folder / "stays.pdf").symlink_to("z/a.pdf")
    assert outcomes(read_all(files(folder))) == {
        "m/b.pdf": "path_outside",  # and out.pdf is the same file
        "z/a.pdf": "row",
    }
    assert outcomes(read_all(files(f"{folder}/*.pdf"))) == {"out.pdf": "path_outside", "stays.pdf": "row"}


def test_a_file_with_several_names_is_one_document_by_its_first_real_name(tmp_path):
    (tmp_path / "b.pdf").write_bytes(b"one")
    (tmp_path / "a.pdf").symlink_to("b.pdf")
    (tmp_path / "c.pdf").hardlink_to(tmp_path / "b.pdf")
    (tmp_path / "d.pdf").write_bytes(b"one")  # another file of the same content
    (tmp_path / "e.pdf").symlink_to("nowhere.pdf")
    listed = Files(inputs=(str(tmp_path),), source="papers", patterns=("*.pdf",)).items()
    assert [item.key for item in listed] == ["b.pdf", "d.pdf", "e.pdf"]
