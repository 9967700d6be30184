"""A table's commits are the same whatever was compacted, and at whatever moment the writer is killed."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.catalogs.tables.killing import killed_before_change
from vlcorpus.catalogs.tables.commit_log import CommitLog, Owner, index_of_name, part
from vlcorpus.catalogs.tables.commits import COMMITS, Commit, StageCounts
from vlcorpus.catalogs.tables.shards import ShardFacts
from vlcorpus.catalogs.tables.storage import Storage


@pytest.fixture(params=["local", "memory"])
def log(request, tmp_path):
    storage = Storage(str(tmp_path / "t") if request.param == "local" else f"memory:/{tmp_path}/t")
    yield CommitLog(storage)
    storage.delete("")


def commit(index: int, made_of: str = "a") -> Commit:
    return Commit(
        partition=index,
        run_id="run",
        fingerprint="f",
        data=ShardFacts(2, 10, f"sha{index}{made_of}") if index % 3 else None,
        rejects=ShardFacts(1, 5, "sha") if index % 2 else None,
        stages=[StageCounts("Files", 3, 2, 1, 2, 1), StageCounts("Ask", 2, 2, 0, 2, 0, 5, 1, 70, 9)],
        reasons={"page_empty": 1, "file_empty": 0} if index % 2 else {},
        tokens=index,
        started="2026-11-29T00:00:00.000Z",
        wall_s=0.5,
        host="h",
        made_of=made_of,
    )


def write(log: CommitLog, *indices: int, made_of: str = "a") -> list[Commit]:
    written = [commit(index, made_of) for index in indices]
    for one in written:
        log.write(one)
    return written


def loose(log: CommitLog) -> list[str]:
    return log.files.names("commits")


def checkpoints(log: CommitLog) -> list[str]:
    return log.files.names("checkpoints")


def test_a_checkpoint_holds_what_the_files_said(log):
    written = write(log, 0, 1, 2, 7)
    assert log.compact(least=1) == 4
    assert list(log.commits()) == written
    assert log.sweep() == 4
    assert (loose(log), checkpoints(log)) == ([], ["00000000.parquet"])
    assert list(log.commits()) == written


def test_new_commits_stand_beside_the_checkpoint_and_go_into_the_next(log):
    written = write(log, 3, 5)
    log.compact(least=1)
    log.sweep()
    written += write(log, 4, 6)
    assert sorted(written, key=lambda c: c.partition) == list(log.commits())
    assert log.compact(least=3) == 0
    assert log.compact(least=2) == 2
    assert checkpoints(log) == ["00000001.parquet"]
    assert log.compact(least=1) == 0
    assert [c.partition for c in log.commits()] == [3, 4, 5, 6]


def test_one_commit_is_found_in_a_file_and_in_a_checkpoint(log):
    written = write(log, 1, 2)
    log.compact(least=1)
    log.sweep()
    (new,) = write(log, 9)
    assert [log.get(index) for index in (1, 2, 9, 5)] == [*written, new, None]
    assert log.get_loose(1) is None
    assert log.get_loose(9) == new


def test_partitions_come_by_number_beyond_five_digits(log):
    write(log, 100_000, 99_999, 7, 1_000_000)
    expected = [7, 99_999, 100_000, 1_000_000]
    assert log.read(("partition",))["partition"].to_pylist() == expected
    log.compact(least=1)
    log.sweep()
    assert [c.partition for c in log.commits()] == expected
    assert [index_of_name(part(index)) for index in expected] == expected


def test_what_is_dropped_is_gone_from_files_and_checkpoint_and_may_be_made_again(log):
    write(log, 0, 1, 2)
    log.compact(least=1)  # the files stay: both hold it
    write(log, 3)
    log.drop({1, 3, 9})
    assert [c.partition for c in log.commits()] == [0, 2]
    assert loose(log) == ["part-00000.json", "part-00002.json"]
    (again,) = write(log, 1, made_of="b")
    assert log.get(1) == again
    log.compact(least=1)
    log.sweep()
    assert [c.made_of for c in log.commits()] == ["a", "b", "a"]


def test_dropping_what_no_checkpoint_holds_writes_none(log):
    write(log, 0, 1)
    log.drop({1})
    assert (checkpoints(log), loose(log)) == ([], ["part-00000.json"])


def compact_and_sweep(log: CommitLog) -> None:
    log.compact(least=1)
    log.sweep()


@pytest.mark.parametrize("log", ["local"], indirect=True)
def test_a_writer_killed_at_any_step_changes_no_commit_and_the_next_goes_on(log, monkeypatch):
    for n in range(20):
        log.files.delete("")
        write(log, 0, 1)
        compact_and_sweep(log)
        write(log, 2, 3)
        before = list(log.commits())
        stopped = killed_before_change(n, lambda: compact_and_sweep(log), monkeypatch)
        assert list(log.commits()) == before
        compact_and_sweep(log)
        assert list(log.commits()) == before
        assert (loose(log), len(checkpoints(log))) == ([], 1)
        if not stopped:
            return
    pytest.fail("it was never done")


@pytest.mark.parametrize("log", ["local"], indirect=True)
def test_a_writer_killed_while_it_takes_commits_back_leaves_each_as_it_was_or_gone(log, monkeypatch):
    for n in range(20):
        log.files.delete("")
        write(log, 0, 1)
        log.compact(least=1)
        log.sweep()
        write(log, 2, 3)
        log.drop({1})
        write(log, 1, made_of="b")  # what the checkpoint must never bring back is the first one
        log.compact(least=1)
        stopped = killed_before_change(n, lambda: log.drop({1, 3}), monkeypatch)
        found = {c.partition: c.made_of for c in log.commits()}
        assert {0: "a", 2: "a"}.items() <= found.items()
        assert found.get(1, "b") == "b"
        assert found.get(3, "a") == "a"
        log.drop({1, 3})
        assert [c.partition for c in log.commits()] == [0, 2]
        if not stopped:
            return
    pytest.fail("it was never done")


@pytest.mark.parametrize("moment", ["_loose", "_newest", "_as_table"])
def test_a_reader_beside_a_writer_misses_nothing(moment, log, monkeypatch):
    """Whatever is compacted and deleted before any of the reader's steps, it finds all that was there."""
    write(log, *range(6))
    log.compact(least=1)
    log.sweep()
    known = [c.partition for c in write(log, 6, 7)]
    step, writer = getattr(CommitLog, moment), CommitLog(log.files)

    def disturbed(self, *arguments):
        monkeypatch.undo()  # once, and not under the writer itself
        write(writer, 8)
        writer.compact(least=1)
        writer.sweep()
        return step(self, *arguments)

    monkeypatch.setattr(CommitLog, moment, disturbed)
    found = [c.partition for c in log.commits()]
    assert set(range(6)) | set(known) <= set(found)
    assert len(found) == len(set(found))


def test_a_commit_of_an_earlier_version_is_read_too(log):
    content = commit(1).to_json().replace(b',\n "made_of": "a"', b"")
    assert b"made_of" not in content
    log.files.write("commits/part-00001.json", content)
    assert log.get(1).made_of == ""


def test_a_checkpoint_of_a_version_that_counted_less_is_read_as_todays(log):
    written = write(log, 1, 2)
    log.compact(least=1)
    log.sweep()
    former = log.read()
    stages = [
        [{name: n for name, n in counts.items() if name != "reasoning_tokens"} for counts in of_commit]
        for of_commit in former["stages"].to_pylist()
    ]
    former = former.set_column(former.schema.get_field_index("stages"), "stages", pa.array(stages))
    with log.files.open_write("checkpoints/00000001.parquet") as stream:
        pq.write_table(former, stream)
    assert list(log.commits()) == written
    assert log.get(2) == written[1]
    assert pa.concat_tables(log.batches()).schema == COMMITS
    (new,) = write(log, 3)
    assert log.compact(least=1) == 1
    assert list(log.commits()) == [*written, new]


def owned(log: CommitLog, end: int | None = 5) -> CommitLog:
    return CommitLog(log.files, lambda: Owner("f", end))


def put(log: CommitLog, name: str, content: bytes) -> None:
    log.files.write(f"commits/{name}", content)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("part-00003.json", b"", "empty"),
        ("part-00003.json", commit(3).to_json()[:300], "Invalid JSON"),
        ("part-00003.json", b'{"partition": 3}', "Field required"),
        ("part-00003.json", commit(1).to_json(), "of partition 1"),
        ("part-00007.json", commit(7).to_json(), "no partition 7"),
        ("part-00003.json", commit(3).to_json().replace(b'"f"', b'"g"'), "another configuration"),
        ("notes.json", b"x", "not named"),
        ("part-0003.json", commit(3).to_json(), "not named"),
        ("part-000003.json", commit(3).to_json(), "not named"),
        ("part-00003.json.bak", commit(3).to_json(), "not named"),
    ],
)
def test_what_is_no_commit_of_the_table_counts_for_nothing_and_is_named(log, name, content, why, caplog):
    written = write(log, 0, 1)
    put(log, name, content)
    log = owned(log)
    assert list(log.commits()) == written
    assert [log.get(index) for index in (0, 3, 7)] == [written[0], None, None]
    assert sum(map(len, log.batches(("partition",)))) == 2
    (damage,) = log.damages()
    assert (damage.name, why in damage.why) == (f"commits/{name}", True)
    assert log.set_aside_damages() == 1
    assert log.damages() == []
    assert log.files.names("damaged") == [f"commits-{name}"]


def test_a_damaged_checkpoint_counts_for_nothing_and_an_older_one_does_not_come_back(log):
    write(log, 0, 1)
    log.compact(least=1)
    log.sweep()
    log.files.write("checkpoints/00000001.parquet", b"PAR1 and nothing more")
    new = write(log, 3)
    log = owned(log)
    assert list(log.commits()) == new
    assert (log.get(0), sum(map(len, log.batches(("partition",))))) == (None, 1)
    assert [damage.name for damage in log.damages()] == ["checkpoints/00000001.parquet"]
    log.set_aside_damages()
    assert (checkpoints(log), list(log.commits())) == ([], new)


def test_a_checkpoint_with_commits_of_another_table_keeps_its_own(log):
    written = write(log, 0, 1)
    put(log, "part-00002.json", commit(2).to_json().replace(b'"f"', b'"g"'))
    write(log, 9)
    log.compact(least=1)
    log.sweep()
    log = owned(log)
    assert list(log.commits()) == written
    (damage,) = log.damages()
    assert "2 of its commits are of another table" in damage.why
    log.set_aside_damages()
    assert (log.damages(), list(log.commits())) == ([], written)
    assert list(CommitLog(log.files).commits()) == written
