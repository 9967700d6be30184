"""Statistics count the same rows whatever of them a row index holds."""

from dataclasses import replace

import duckdb
import pytest

from tests.factories import kept_only, rejection, sample, write_corpus
from vlcorpus.catalogs.query.counted_rows import hold_counted_rows
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.tables.licences import state_licences
from vlcorpus.catalogs.tables.runs import begin_run
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.schemas.media import ImageInfo
from vlcorpus.schemas.sample import Sample

LARGE = ImageInfo(width_px=640, height_px=480, sha256="0" * 64, format="PNG")
ROWS = [
    ([sample("a.pdf#page=1", license=None), sample("a.pdf#page=2", lang=[])], [rejection("b.pdf")]),
    ([sample("c.pdf#page=1", image_info=[LARGE, LARGE], source="other")], []),
    (
        [kept_only(sample("d.pdf#page=1", model="m"))],
        [rejection("e.pdf"), rejection("f.pdf", "pdf_encrypted")],
    ),
]


@pytest.fixture(params=["local", "memory"])
def output(request, tmp_path):
    if request.param == "local":
        yield f"{tmp_path}/out [1]"  # a path that a glob would not find
        return
    output = f"memory:/{tmp_path}"
    yield output
    TableStore(output).files.delete("")


def counted(*outputs: str) -> list[list[tuple]]:
    """Return columns, samples and rejections as statistics see them."""
    connection = connect([str(output) for output in outputs])
    hold_counted_rows(connection)
    samples = connection.execute("select columns(lambda name: true) from samples limit 0").description
    of_samples = ", ".join(sorted(name for name, *_ in samples))
    rejects = "stage, reason, source, pipeline"
    return [
        [(name, str(kind)) for name, kind, *_ in sorted(samples)],
        connection.execute(f"select {of_samples} from samples order by all").fetchall(),
        connection.execute(f"select {rejects} from rejects order by all").fetchall(),
        connection.execute("describe rejects").fetchall(),
    ]


def test_with_an_index_of_all_of_a_part_and_of_nothing(output):
    table = write_corpus(output, ROWS)
    without = counted(output)
    assert (len(without[1]), len(without[2])) == (4, 3)
    table.index_rows(Sample, 1)
    assert counted(output) == without
    table.drop([1])
    remake(table, 1, ROWS[1])
    assert counted(output) == without
    table.files.delete("index/rejects")
    assert counted(output) == without


def test_a_shard_whose_rows_are_indexed_is_not_opened(output):
    table = write_corpus(output, ROWS)
    table.index_rows(Sample, 1)
    expected = counted(output)
    table.files.delete("data/part-00001.parquet")
    assert counted(output) == expected
    table.files.delete("index")
    with pytest.raises(duckdb.Error, match="part-00001"):
        counted(output)


def test_after_partitions_were_taken_back_made_again_and_added(output):
    table = write_corpus(output, ROWS)
    table.index_rows(Sample, 1)
    remade = ([sample("g.pdf#page=1", n_tokens=7)], [rejection("h.pdf", "changed")])
    table.drop([0, 2])
    remake(table, 0, remade)
    remake(table, 3, ([sample("i.pdf#page=1")], []))
    with_index = counted(output)
    assert [len(rows) for rows in with_index[1:3]] == [3, 1]
    table.files.delete("index")
    assert counted(output) == with_index


def test_a_damaged_index_is_as_none(output):
    table = write_corpus(output, ROWS)
    without = counted(output)
    table.index_rows(Sample, 1)
    (name,) = table.files.names("index/data")
    content = table.files.read(f"index/data/{name}")
    for damaged in (content[:-9], b"", content[:99] + b"?" + content[100:]):
        table.files.write(f"index/data/{name}", damaged)
        assert counted(output) == without


def test_what_is_said_of_a_licence_holds_for_indexed_rows(output):
    table = write_corpus(output, ROWS)
    table.index_rows(Sample, 1)
    begin_run(output, pipeline="documents", command=["x"], config={}, seed=0, executor="local")
    state_licences(output, {"test": "MIT"})
    with_index = counted(output)
    assert str(with_index[1]).count("'MIT'") == 1
    table.files.delete("index")
    assert counted(output) == with_index


def test_of_several_outputs_and_domains_each_row_knows_its_own(tmp_path):
    outputs = (str(tmp_path / "one"), str(tmp_path / "two"))
    tables = [
        write_corpus(outputs[0], ROWS),
        write_corpus(outputs[0], ROWS[1:], pipeline="captions"),
        write_corpus(outputs[1], ROWS[:2]),
    ]
    without = counted(*outputs)
    tables[0].index_rows(Sample, 1)
    tables[2].index_rows(Sample, 1)
    assert counted(*outputs) == without
    assert counted(f"{outputs[0]}/documents/samples") == counted_without_index(
        f"{outputs[0]}/documents/samples"
    )


def counted_without_index(table: str) -> list[list[tuple]]:
    TableStore(table).files.delete("index")
    return counted(table)


def test_asked_twice_each_row_counts_once(output):
    write_corpus(output, ROWS).index_rows(Sample, 1)
    connection = connect([output])
    for _ in range(2):
        hold_counted_rows(connection)
    assert connection.execute("select count(*) from samples").fetchall() == [(4,)]


def test_the_views_of_sql_stay_whole(output):
    """What statistics set on a connection touches no other question on it."""
    write_corpus(output, ROWS).index_rows(Sample, 1)
    connection = connect([output])
    hold_counted_rows(connection)
    assert connection.execute("select count(messages) from memory.main.samples").fetchall() == [(4,)]
    assert connection.execute("select count(detail) from memory.main.rejects").fetchall() == [(3,)]


def remake(table: TableStore, index: int, rows: tuple[list, list]) -> None:
    made, rejected = rows
    table.create(replace(table.manifest(), n_partitions=max(3, index + 1)))
    like = next(iter(table.commits()))
    table.commit(
        replace(
            like,
            partition=index,
            data=table.write_data(index, Sample, made),
            rejects=table.write_rejects(index, rejected),
        )
    )
