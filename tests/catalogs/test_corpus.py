import sys

import pytest

from tests.factories import rejection, sample, write_corpus
from vlcorpus.catalogs.corpus import open_corpus
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.schemas.sample import Sample

KEYS = ["a", "b", "c"]


@pytest.fixture
def corpus(tmp_path):
    parts = [([sample("a"), sample("b")], [rejection("x.pdf")]), ([], []), ([sample("c")], [])]
    write_corpus(tmp_path / "out", parts)
    return open_corpus(f"{tmp_path}/out")


def keys(rows) -> list[str]:
    return [row.source_key for row in rows]


def test_samples_are_objects_and_can_be_walked_again(corpus):
    samples = corpus.samples()
    assert keys(samples) == keys(samples) == KEYS
    assert all(isinstance(row, Sample) for row in samples)


def test_readers_share_the_partitions_and_miss_none(corpus):
    parts = [keys(corpus.samples().shard(index, 2)) for index in range(2)]
    assert parts == [["a", "b", "c"], []]
    parts = [keys(corpus.samples().shard(index, 3)) for index in range(3)]
    assert parts == [["a", "b"], [], ["c"]]


def test_domains_that_share_an_output_are_read_together_or_one_by_one(corpus, tmp_path):
    write_corpus(tmp_path / "out", [([sample("d")], [])], pipeline="captions")
    both = open_corpus(f"{tmp_path}/out")
    assert sorted(both.tables()) == ["captions.samples", "documents.samples"]
    assert sorted(keys(both.samples())) == [*KEYS, "d"]
    assert keys(both.samples("captions")) == keys(both.rows("captions.samples")) == ["d"]
    assert [sum(1 for _ in both.samples().shard(n, 3)) for n in range(3)] == [2, 2, 0]
    with pytest.raises(ConfigError, match=r"no samples of the domain videos; there are: captions\.samples"):
        both.samples("videos")


def test_samples_stream_a_partition_at_a_time(corpus, tmp_path):
    walk = iter(corpus.samples())
    first = next(walk)
    (tmp_path / "out/documents/samples/data/part-00002.parquet").unlink()
    with pytest.raises(EnvironmentFailure, match="part-00002"):
        list(walk)
    assert first.source_key == "a"


def test_a_dataset_of_hugging_face_opens_the_images(corpus):
    pytest.importorskip("datasets")
    rows = list(corpus.dataset())
    assert [row["source_key"] for row in rows] == KEYS
    assert rows[0]["images"][0].size == (64, 64)


def test_a_dataset_without_the_package_says_how_to_get_it(corpus, monkeypatch):
    monkeypatch.setitem(sys.modules, "datasets", None)
    with pytest.raises(EnvironmentFailure, match=r"pip install 'vlcorpus\[datasets\]'"):
        corpus.dataset()


def test_sql_answers_with_a_data_frame(corpus):
    frame = corpus.sql("select source_key, n_tokens from samples where source_key > $key order by 1", key="a")
    assert frame.to_dict("list") == {"source_key": ["b", "c"], "n_tokens": [84, 84]}


def test_a_named_query_is_asked_by_its_name(corpus):
    assert corpus.sql(name="reject-reasons")["reason"].tolist() == ["pdf_broken"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"query": "select nothing from samples"}, "Views: "),
        ({"name": "reject-reason"}, "Did you mean reject-reasons"),
        ({}, "one of them"),
        ({"query": "from samples", "name": "reject-reasons"}, "one of them"),
    ],
)
def test_a_wrong_question_is_an_error_of_ours(corpus, asked, message):
    with pytest.raises(ConfigError, match=message):
        corpus.sql(**asked)


def test_a_connection_has_the_views_and_is_the_callers(corpus):
    with corpus.connection() as connection:
        assert connection.execute("select count(*) from samples").fetchone() == (3,)


def test_rejects_are_a_data_frame_with_images_only_on_demand(corpus):
    frame = corpus.rejects()
    assert frame[["table_name", "stage", "reason", "detail"]].values.tolist() == [
        ["samples", "ReadPdf", "pdf_broken", "no xref"]
    ]
    assert ("image" in frame, "image" in corpus.rejects(images=True)) == (False, True)


def test_verify_gives_the_report(corpus):
    report = corpus.verify(sample_rows=1)
    assert report["tables"].checked == 1
    assert not report.ok  # the factories' hashes are made up


def test_tables_and_how_far_they_are(corpus):
    assert corpus.tables() == ["samples"]
    assert corpus.status["samples"].rows == 3


def test_an_unknown_table_and_an_empty_folder_are_named(corpus, tmp_path):
    with pytest.raises(ConfigError, match="no table 'pages'; there are: samples"):
        corpus.rows("pages")
    with pytest.raises(ConfigError, match="holds no table"):
        open_corpus(str(tmp_path))
