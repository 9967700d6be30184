"""Prove a corpus: the commits' promises hold on disk, nothing was lost, every sample is as a trainer expects.

Every byte is read once for its checksum, every row once without its media, a draw of rows with them; memory
holds one row group. Row ids are hashes: the smallest ids are a fair draw, and the same one each time.
"""

from collections.abc import Iterable, Iterator
from functools import partial

import duckdb
import pyarrow.parquet as pq

from vlcorpus.catalogs.checks.control_files import check_control_files
from vlcorpus.catalogs.checks.counts import check_counts
from vlcorpus.catalogs.checks.files import Shard, TableFacts, check_files
from vlcorpus.catalogs.checks.finished import check_partitions, check_tables
from vlcorpus.catalogs.checks.identity import MEMORY, check_identity
from vlcorpus.catalogs.checks.media import wrong_media
from vlcorpus.catalogs.checks.report import Check, Report
from vlcorpus.catalogs.checks.rows import ROW_CHECKS, RowCheck
from vlcorpus.catalogs.checks.text import (
    counts_images_only,
    is_document,
    renders_as_text,
    unparsable_answers,
    wrong_text_tokens,
    wrong_vision_tokens,
)
from vlcorpus.catalogs.query.relations import existing_tables
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.sources.referenced import MediaRoots
from vlcorpus.schemas.arrow import from_record
from vlcorpus.schemas.qwenvl.tokens import TextTokenizer, load_tokenizer
from vlcorpus.schemas.sample import Sample

_BATCH_ROWS = 64
Records = Iterator[tuple[int, dict]]


def verify(
    outputs: list[str],
    *,
    sample_rows: int = 200,
    deep: bool = False,
    tokenizer: TextTokenizer | None = None,
    media_roots: Iterable[str] = (),
) -> Report:
    """Return the report on all tables of `outputs`.

    Checks that need media or a tokenizer see a draw of `sample_rows` rows; `deep` shows them every row. Text
    is recounted where `tokenizer` (default: the estimator) is the one the sample was counted by. Media that
    rows name by path lie in the corpora, their inputs or `media_roots`. Raises
    ConfigError where an output is not there.
    """
    tables = [TableFacts.read(table) for output in outputs for table in existing_tables(output)]
    present = Check(
        "tables", "there is something to verify", "name the output directory of a run", of="tables"
    )
    present.checked = len(tables)
    if not tables:
        present.blame(", ".join(outputs), "no table")
    file_checks, readable = check_files(tables)
    unread = {shard.path for facts in tables for shard in facts.shards()} - {shard.path for shard in readable}
    connection = connect(outputs, leave_out=unread, memory_limit=MEMORY)
    identity = check_identity(connection)
    samples = [shard for shard in readable if issubclass(shard.row_type, Sample)]
    draw = None if deep else _draw(connection, sample_rows)
    connection.close()
    checks_of_draw = _draw_checks(tokenizer or load_tokenizer(), MediaRoots.of(outputs, media_roots))
    return Report(
        [
            present,
            check_control_files(outputs),
            check_tables(outputs),
            check_partitions(tables),
            *file_checks,
            *check_counts(tables),
            *identity,
            *_check_rows(samples),
            *_check_draw(samples, draw, checks_of_draw),
        ]
    )


def _check_rows(shards: list[Shard]) -> list[Check]:
    typed = Check(
        "rows-typed",
        "rows hold only values of their type",
        "the stage that writes this is wrong: its value is none of the enum's in schemas/sample.py",
    )
    checks = _fresh(ROW_CHECKS)
    for shard in shards:
        for number, record in _rows_without_media(shard):
            where = f"{shard.path} row {number}, id {record['id']}"
            typed.checked += 1
            try:
                sample = from_record(shard.row_type, record)
            except ValueError as error:
                typed.blame(where, str(error))
                continue
            _judge(ROW_CHECKS, checks, where, sample)
    return [typed, *checks]


def _draw_checks(tokenizer: TextTokenizer, roots: MediaRoots) -> tuple[RowCheck, ...]:
    recount = (
        "the counting changed: make the table again, or verify with the version and tokenizer that wrote it"
    )
    return (
        RowCheck(
            "images",
            "images decode, and hash, size and format are as told; media that lie elsewhere are there",
            "the stage that writes them is wrong: correct it, bump its version, make the table again",
            partial(wrong_media, roots=roots),
        ),
        RowCheck(
            "answers-parse",
            "the strict parsers read QwenVL-HTML and QwenVL-Markdown answers back",
            "the stage that writes them is wrong: correct it, bump its version, make the table again",
            unparsable_answers,
            is_document,
        ),
        RowCheck(
            "vision-tokens",
            "vision tokens follow from the images' sizes",
            recount,
            wrong_vision_tokens,
            counts_images_only,
        ),
        RowCheck(
            "text-tokens",
            f"{tokenizer.id} counts the same text and loss tokens",
            recount,
            partial(wrong_text_tokens, tokenizer=tokenizer),
            lambda sample: sample.tokenizer_id == tokenizer.id and renders_as_text(sample),
        ),
    )


def _check_draw(
    shards: list[Shard], draw: dict[str, set[int]] | None, row_checks: tuple[RowCheck, ...]
) -> list[Check]:
    checks = _fresh(row_checks)
    for shard in shards:
        wanted = None if draw is None else draw.get(shard.path, set())
        for number, record in _rows_with_media(shard, wanted):
            try:
                sample = from_record(shard.row_type, record)
            except ValueError:  # `rows-typed` has told of it
                continue
            _judge(row_checks, checks, f"{shard.path} row {number}, id {record['id']}", sample)
    for check in checks:
        if not check.checked:
            check.why = "it applies to no row of the draw"
    return checks


def _fresh(row_checks: tuple[RowCheck, ...]) -> list[Check]:
    return [Check(check.name, check.promise, check.remedy) for check in row_checks]


def _judge(row_checks: tuple[RowCheck, ...], checks: list[Check], where: str, sample: Sample) -> None:
    for row_check, check in zip(row_checks, checks, strict=True):
        if not row_check.applies(sample):
            continue
        check.checked += 1
        if problems := list(row_check.problems(sample)):
            more = f" (and {len(problems) - 1} more of this row)" if len(problems) > 1 else ""
            check.blame(where, problems[0] + more)


def _draw(connection: duckdb.DuckDBPyConnection, n_rows: int) -> dict[str, set[int]]:
    """Return row numbers by file of the `n_rows` smallest ids."""
    drawn: dict[str, set[int]] = {}
    query = "select filename, file_row_number from samples order by id, filename, file_row_number limit $1"
    for path, number in connection.execute(query, [n_rows]).fetchall():
        drawn.setdefault(path, set()).add(number)
    return drawn


def _rows_without_media(shard: Shard) -> Records:
    """Yield (row number, record) with `bytes` left None: the pages of media are not read."""
    with shard.table.files.fs.open_input_file(shard.table.files.path(shard.name)) as stream:
        file = pq.ParquetFile(stream)
        leaves = [file.schema.column(i).path for i in range(len(file.schema))]
        columns = [path for path in leaves if not path.endswith(".bytes")]
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH_ROWS, columns=columns):
            for record in batch.to_pylist():
                for media in (*record["images"], *record["videos"]):
                    media["bytes"] = None
                yield number, record
                number += 1


def _rows_with_media(shard: Shard, wanted: set[int] | None) -> Records:
    """Yield (row number, record) of the wanted rows (None: all) out of the row groups that hold them."""
    if wanted is not None and not wanted:
        return
    with shard.table.files.fs.open_input_file(shard.table.files.path(shard.name)) as stream:
        file = pq.ParquetFile(stream)
        start = 0
        for group in range(file.num_row_groups):
            numbers = range(start, start + file.metadata.row_group(group).num_rows)
            start = numbers.stop
            if wanted is not None and wanted.isdisjoint(numbers):
                continue
            rows = file.read_row_group(group)
            for offset, number in enumerate(numbers):
                if wanted is None or number in wanted:
                    yield number, rows.slice(offset, 1).to_pylist()[0]
