"""Which rows a page shows: SQL over the catalog's views; the same corpus and request give the same rows.

Without a query the choice is stratified: every (domain, task) and every (stage, reason) gets its share, drawn
by a hash of the id. An aggregate keeps at most `limit` candidates of each, so that a billion rows
need little memory.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

import duckdb
import pyarrow.parquet as pq

from vlcorpus.catalogs.tables.filesystem import filesystem
from vlcorpus.schemas.arrow import from_record
from vlcorpus.schemas.errors import ConfigError

RowType = TypeVar("RowType")

# what a person filters by, as SQL
SAMPLE_FACETS = {
    "domain": "domain",
    "task": "task",
    "source": "source",
    "label_source": "label_source",
    "lang": "lang[1]",
}
REJECT_FACETS = {"stage": "stage", "reason": "reason", "source": "source"}
_PLACE = "struct_pack(id, source_key, filename, file_row_number, output, table_name, run_id, partition)"


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to look at. `limit` holds for samples and for rejects, each."""

    query: str | None = None  # SQL whose column `id` names rows of either view, in the order to show them
    domain: str | None = None
    task: str | None = None
    reason: str | None = None
    limit: int = 100

    @property
    def wants_samples(self) -> bool:
        return self.reason is None or self.domain is not None or self.task is not None

    @property
    def wants_rejects(self) -> bool:
        return self.reason is not None or (self.domain is None and self.task is None)

    def __str__(self) -> str:
        parts = [
            f"{name} {value}" for name, value in vars(self).items() if value is not None and name != "limit"
        ]
        return " · ".join(parts) or "a stratified draw"


@dataclass(frozen=True)
class Place:
    """Where a row lies: a row number inside a shard, and who wrote it."""

    id: str
    source_key: str
    filename: str
    file_row_number: int
    output: str
    table_name: str
    run_id: str
    partition: int


def choose_samples(views: duckdb.DuckDBPyConnection, request: Wanted) -> list[Place]:
    """Return the places of the samples to show, grouped by domain and task unless a query orders them.

    Raises ConfigError when the query is not valid SQL or gives no column `id`.
    """
    where, values = _conditions(domain=request.domain, task=request.task)
    if not request.wants_samples:
        return []
    if request.query:
        return _chosen_by_query(views, "samples", request.query, request.limit, where, values)
    return _places(
        views,
        f"""
        with candidates as (
            select domain, task, unnest(arg_min({_PLACE}, hash(id), {request.limit})) as place
            from samples where {where} group by domain, task),
        ranked as (
            select *, row_number() over (partition by domain, task order by hash(place.id)) as nth
            from candidates),
        drawn as (select * from ranked order by nth, domain, task limit {request.limit})
        select place.* from drawn order by domain, task, place.source_key, place.id
        """,  # noqa: S608 our names, bound values
        values,
    )


def choose_rejects(views: duckdb.DuckDBPyConnection, request: Wanted) -> list[Place]:
    """Return the places of the rejections to show, grouped by stage and reason unless a query orders them.

    The first of a reason in each partition go first: they are the ones that keep their image.
    """
    where, values = _conditions(reason=request.reason)
    if not request.wants_rejects:
        return []
    if request.query:
        return _chosen_by_query(views, "rejects", request.query, request.limit, where, values)
    return _places(
        views,
        f"""
        with firsts as (
            select stage, reason, arg_min({_PLACE}, file_row_number, {request.limit}) as places
            from rejects where {where} group by filename, stage, reason),
        candidates as (
            select stage, reason, unnest(places) as place, generate_subscripts(places, 1) as nth_of_file
            from firsts),
        ranked as (
            select *, row_number() over (
                partition by stage, reason order by nth_of_file, hash(place.id)) as nth
            from candidates),
        drawn as (select * from ranked order by nth, stage, reason limit {request.limit})
        select place.* from drawn order by stage, reason, place.source_key, place.id
        """,  # noqa: S608 our names, bound values
        values,
    )


def facet_counts(
    views: duckdb.DuckDBPyConnection, view: str, facets: dict[str, str]
) -> tuple[int, dict[str, dict[str, int]]]:
    """Return how many rows the whole corpus has, and how many of each value of each facet, most first."""
    names = list(facets)
    rows = views.execute(
        f"""
        with facets as (select {", ".join(f"{sql} as {name}" for name, sql in facets.items())} from {view})
        select {", ".join(names)}, [{", ".join(f"grouping({name}) = 0" for name in names)}], count(*) as n
        from facets group by grouping sets ({", ".join(f"({name})" for name in names)})
        order by n desc, {", ".join(names)}
        """  # noqa: S608 our names, bound values
    ).fetchall()
    counts: dict[str, dict[str, int]] = {name: {} for name in names}
    for *values, grouped, n in rows:
        index = grouped.index(True)
        counts[names[index]][str(values[index])] = n
    return sum(counts[names[0]].values()), counts


def prompt_texts(views: duckdb.DuckDBPyConnection, sha256s: set[str]) -> dict[str, str]:
    """Return the prompt templates of these hashes that the corpora recorded."""
    sql = (
        "select prompt_sha256, any_value(text) from prompts where list_contains(?, prompt_sha256) group by 1"
    )
    return dict(views.execute(sql, [sorted(sha256s)]).fetchall())


def read_rows(places: list[Place], row_type: type[RowType]) -> Iterator[tuple[int, RowType]]:
    """Yield (index in `places`, row), shard by shard, reading only the row groups that hold a chosen row."""
    order = sorted(range(len(places)), key=lambda i: (places[i].filename, places[i].file_row_number))
    for filename, indices in groupby(order, key=lambda i: places[i].filename):
        wanted = {places[i].file_row_number: i for i in indices}
        fs, path = filesystem(filename)
        with fs.open_input_file(path) as stream:
            for row_number, record in _records(pq.ParquetFile(stream), wanted.keys()):
                yield wanted[row_number], from_record(row_type, record)


def _records(shard: pq.ParquetFile, row_numbers: Collection[int]) -> Iterator[tuple[int, dict]]:
    first = 0
    for group in range(shard.metadata.num_row_groups):
        after = first + shard.metadata.row_group(group).num_rows
        inside = [n for n in row_numbers if first <= n < after]
        if inside:
            taken = shard.read_row_group(group).take([n - first for n in inside])
            for row_number, batch in zip(inside, taken.to_batches(max_chunksize=1), strict=True):
                yield row_number, batch.to_pylist()[0]
        first = after


def _chosen_by_query(
    views: duckdb.DuckDBPyConnection, view: str, query: str, limit: int, where: str, values: list[str]
) -> list[Place]:
    return _places(
        views,
        f"""
        with named as (select id, row_number() over () as nth from ({query.strip().rstrip(";")}\n)),
        wanted as (select id, min(nth) as nth from named group by id)
        select place.* from (
            select {_PLACE} as place, nth from {view} join wanted using (id) where {where}
            order by nth, filename, file_row_number limit {limit})
        """,  # noqa: S608 the user's own query
        values,
    )


def _conditions(**equal: str | None) -> tuple[str, list[str]]:
    given = {column: value for column, value in equal.items() if value is not None}
    return " and ".join(f"{column} = ?" for column in given) or "true", list(given.values())


def _places(views: duckdb.DuckDBPyConnection, sql: str, values: list[str]) -> list[Place]:
    try:
        return [Place(*row) for row in views.execute(sql, values).fetchall()]
    except duckdb.Error as error:
        raise ConfigError(
            f"the rows to show could not be chosen: {error}\n"
            "Where a shard is damaged, `vlcorpus verify` says which one.\n"
            "A query is SQL on the views `samples` and `rejects` that gives a column `id`, as\n"
            "select id from samples where task = 'doc_html'"
        ) from error
