"""A good corpus is proved; what is broken is found by its check alone, and its place is told."""

from collections import Counter
from dataclasses import replace

import pyarrow as pa
import pytest

from tests.catalogs.checks.corpora import broken, corpus, counted, good, offended, rewrite_shard
from tests.catalogs.checks.test_rows import BROKEN_ROWS, GOOD_ROWS
from tests.catalogs.query.test_views import write_pages
from vlcorpus.catalogs.checks.report import Verdict
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.catalogs.tables.shards import shard_schema
from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.media import Image
from vlcorpus.schemas.sample import Sample


def test_a_good_corpus_passes_every_check(tmp_path):
    corpus(tmp_path, counted(good("a")))
    report = verify([str(tmp_path)])
    assert report.ok
    assert {check.verdict for check in report.checks} == {Verdict.PASS}, report.text()


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"n_text_tokens": 1000, "n_tokens": 1064}, "text-tokens"),
        ({"n_loss_tokens": 1}, "text-tokens"),
        ({"n_vision_tokens": 63, "n_tokens": counted(good()).n_tokens - 1}, "vision-tokens"),
    ],
)
def test_counts_that_only_add_up_are_found(tmp_path, changes, check):
    corpus(tmp_path, replace(counted(good("a")), **changes))
    assert broken(tmp_path) == {check: Verdict.FAIL}


def test_counts_of_another_tokenizer_are_not_judged(tmp_path):
    corpus(
        tmp_path, replace(counted(good("a")), tokenizer_id="tokenizer.json-0", n_text_tokens=99, n_tokens=163)
    )
    report = verify([str(tmp_path)])
    assert report["text-tokens"].verdict == Verdict.SKIPPED
    assert "not checked, it applies to no row of the draw" in report.text()
    assert report["vision-tokens"].verdict == Verdict.PASS


def test_a_good_corpus_in_an_object_store_passes(tmp_path):
    table = corpus(tmp_path)
    uri = f"memory://verify{tmp_path}"
    for folder in (".", "data", "rejects", "commits"):
        for name in table.files.names(folder):
            Storage(f"{uri}/documents/samples").write(
                f"{folder}/{name}".removeprefix("./"), table.files.read(f"{folder}/{name}")
            )
    assert broken(uri) == {}


def test_a_table_of_other_rows_is_checked_as_files_only(tmp_path):
    corpus(tmp_path)
    write_pages(tmp_path)
    report = verify([str(tmp_path)])
    assert offended(report) == {}
    assert (report["shards-whole"].checked, report["turns"].checked) == (5, 3)


def test_an_output_without_tables_proves_nothing(tmp_path):
    assert broken(tmp_path) == {"tables": Verdict.FAIL}
    with pytest.raises(ConfigError, match="no such directory"):
        verify([f"{tmp_path}/nowhere"])


# -- rows


def renamed(rows: dict[str, Sample]) -> list[Sample]:
    """Return the rows, each with an id of its own."""
    return [replace(row, id=good(name).id) for name, row in rows.items()]


def test_every_broken_row_is_found_by_its_check_alone(tmp_path):
    rows = renamed({name: row for name, (row, _) in BROKEN_ROWS.items()})
    corpus(tmp_path, good("b"), *rows)
    report = verify([str(tmp_path)], deep=True)
    found = {check.name: check.broken for check in report.checks if check.broken}
    assert found == Counter(check for _, check in BROKEN_ROWS.values())


def test_an_offender_is_told_with_its_file_row_and_id(tmp_path):
    row = good("a", n_tokens=20)
    table = corpus(tmp_path, good("b"), row)
    (offender,) = verify([str(tmp_path)])["token-sums"].offenders
    assert offender.startswith(f"{table.files.path('data/part-00000.parquet')} row 1, id {row.id}: ")


@pytest.mark.parametrize(
    ("row", "check"),
    [
        (good("a", images=[Image(bytes=b"GIF89a?")]), "images"),
        (good("a", answer="Hello"), "answers-parse"),
    ],
)
def test_what_is_asked_of_a_draw_is_found_too(tmp_path, row, check):
    corpus(tmp_path, good("b"), row)
    assert broken(tmp_path) == {check: Verdict.FAIL}


def test_a_value_outside_its_enum_is_found(tmp_path):
    def guess(rows):
        index = rows.schema.get_field_index("label_source")
        rows = rows.set_column(index, "label_source", pa.array(["guess", "classical"]))
        return rows.cast(shard_schema(Sample))

    rewrite_shard(corpus(tmp_path), guess)
    assert broken(tmp_path) == {"rows-typed": Verdict.FAIL}


def test_what_only_looks_broken_passes(tmp_path):
    corpus(tmp_path, good("b"), *renamed(GOOD_ROWS))
    assert broken(tmp_path) == {}


# -- the draw and the report


def test_the_draw_is_bounded_and_deep_takes_every_row(tmp_path):
    corpus(tmp_path, *(good(f"{i}") for i in range(300)))
    assert verify([str(tmp_path)], sample_rows=10)["images"].checked == 10
    assert verify([str(tmp_path)], sample_rows=10)["media-parts"].checked == 301
    assert verify([str(tmp_path)], sample_rows=10, deep=True)["images"].checked == 301
