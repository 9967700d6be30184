"""The filesystem behind DuckDB's remote shards."""

from concurrent.futures import ThreadPoolExecutor

from vlcorpus.catalogs.query.duckdb_files import CommittedFiles
from vlcorpus.catalogs.tables.storage import Storage


def test_threads_that_share_a_handle_read_where_each_has_gone_to():
    content = bytes(range(256)) * 4096
    files = Storage("memory://duckdb-files")
    files.write("data/a.parquet", content)
    opened = CommittedFiles()
    _, path = opened.add(files, "data/a.parquet", len(content))
    handle = opened.open(path, "rb")

    def read(number: int) -> bool:
        at = number * 37 % (len(content) - 100)
        handle.seek(at)
        return handle.read(100) == content[at : at + 100]

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(read, range(4000)))


def test_a_file_ends_where_its_commit_says():
    files = Storage("memory://duckdb-ends")
    files.write("a", b"0123456789")
    opened = CommittedFiles()
    _, path = opened.add(files, "a", 10)
    handle = opened.open(path, "rb")
    assert handle.seek(-3, 2) == 7
    assert (handle.read(100), handle.read(), handle.tell()) == (b"789", b"", 10)
