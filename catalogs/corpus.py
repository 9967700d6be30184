"""A corpus opened to be read: samples, SQL views, rejects, the proof of it. Nothing is written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from vlcorpus.catalogs.tables.output import by_name, tables_under
from vlcorpus.catalogs.tables.storage import join, split_options
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.catalogs.tables.totals import TableTotals, table_totals
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.needs import DATASETS, require
from vlcorpus.schemas.sample import Sample

if TYPE_CHECKING:
    import datasets
    import duckdb
    import pandas

    from vlcorpus.catalogs.checks.report import Report

RowType = TypeVar("RowType")


@dataclass(frozen=True)
class Rows(Generic[RowType]):
    """The committed rows of tables, read as they are asked for: memory holds one row group.

    It can be walked again and again; a partition that is committed meanwhile is seen by the next walk.
    """

    tables: tuple[TableStore, ...]
    index: int = 0
    n_shards: int = 1

    def __iter__(self) -> Iterator[RowType]:
        partitions = ((table, partition) for table in self.tables for partition in table.committed())
        for table, partition in islice(partitions, self.index, None, self.n_shards):
            yield from table.rows(partition)

    def shard(self, index: int, n_shards: int) -> "Rows[RowType]":
        """Return the part for reader `index` of `n_shards`: every `n_shards`-th partition."""
        return Rows(self.tables, index, n_shards)


@dataclass(frozen=True)
class Corpus:
    """What `open_corpus` returns. Every method reads what is committed now, also beside a run."""

    path: str
    _tables: dict[str, TableStore] = field(repr=False)

    def tables(self) -> list[str]:
        """Return the names of the tables: `samples`, and what they are made of."""
        return list(self._tables)

    @property
    def status(self) -> dict[str, TableTotals]:
        """Return per table how many partitions are committed, what they hold, and rejects by reason."""
        return {name: table_totals(table) for name, table in self._tables.items()}

    def samples(self, domain: str | None = None) -> Rows[Sample]:
        """Return the training records of all domains, or of one: `for sample in corpus.samples(): …`."""
        return Rows(self._samples(domain))

    def rows(self, table: str) -> Rows[Any]:
        """Return the rows of any table as objects of its row type."""
        return Rows((self._table(table),))

    def dataset(self, domain: str | None = None) -> "datasets.IterableDataset":
        """Return the samples as a streaming dataset of Hugging Face `datasets`; images are PIL images.

        A corpus on `s3://` and the like is read by fsspec, whose package for it must be installed. Raises
        EnvironmentFailure where `datasets` is missing.
        """
        require([DATASETS], by="Corpus.dataset")
        from datasets import load_dataset

        shards = [
            join(table.uri, table.data_path(commit.partition))
            for table in self._samples(domain)
            for commit in table.commits()
            if commit.data
        ]
        if not shards:
            raise ConfigError(f"{self.path}: it holds no sample")
        files = [split_options(shard)[0] for shard in shards]
        return load_dataset("parquet", data_files=files, split="train", streaming=True)

    def connection(self, *, external_access: bool = False) -> "duckdb.DuckDBPyConnection":
        """Return a DuckDB connection of its own with the views `samples`, `rejects`, `commits`, `runs` …

        It reaches the tables and nothing else of this machine, unless `external_access` lets it.
        """
        from vlcorpus.catalogs.query.views import connect

        return connect([self.path], external_access=external_access)

    def sql(
        self, query: str | None = None, *, name: str | None = None, **parameters: Any
    ) -> "pandas.DataFrame":
        """Return the answer to SQL text or to the query called `name`; `$x` in it is the parameter `x`.

        Raises ConfigError for SQL that DuckDB does not take, an unknown name or a wrong parameter.
        """
        import pandas

        from vlcorpus.catalogs.query.ask import ask, ask_named

        with self.connection() as connection:
            if query is not None and name is None:
                answer = ask(connection, query, parameters)
            elif name is not None and query is None:
                answer = ask_named(connection, name, parameters)
            else:
                raise ConfigError("Corpus.sql: give SQL text or the name of a query, one of them")
            return pandas.DataFrame(list(answer.rows), columns=answer.columns)

    def rejects(self, *, images: bool = False) -> "pandas.DataFrame":
        """Return every row that left early: table, stage, reason, detail, and with `images` its image."""
        left_out = "filename, file_row_number" + ("" if images else ", image")
        return self.sql(f"select * exclude ({left_out}) from rejects order by table_name, partition, id")  # noqa: S608 our names, bound values

    def verify(
        self,
        *,
        sample_rows: int = 200,
        deep: bool = False,
        tokenizer: str | None = None,
        media_roots: tuple[str, ...] = (),
    ) -> "Report":
        """Return the report of all checks: `report.ok`, `print(report.text())`.

        `sample_rows` samples are checked with their media and tokens, all of them if `deep`; `tokenizer` is
        the `tokenizer.json` that they were counted with. Media that rows name by path lie in the corpus, its
        inputs or `media_roots`.
        """
        from vlcorpus.catalogs.checks.verify import verify
        from vlcorpus.schemas.qwenvl.tokens import load_tokenizer

        counter = load_tokenizer(tokenizer) if tokenizer else None
        return verify(
            [self.path],
            sample_rows=sample_rows,
            deep=deep,
            tokenizer=counter,
            media_roots=media_roots,
        )

    def _samples(self, domain: str | None) -> tuple[TableStore, ...]:
        found = [table for table in self._tables.values() if table.name == "samples"]
        if domain is not None:
            found = [table for table in found if table.manifest().pipeline == domain]
        if not found:
            of = f" of the domain {domain}" if domain else ""
            raise ConfigError(f"{self.path}: no samples{of}; there are: {', '.join(self._tables)}")
        return tuple(found)

    def _table(self, name: str) -> TableStore:
        if name not in self._tables:
            raise ConfigError(f"{self.path}: no table {name!r}; there are: {', '.join(self._tables)}")
        return self._tables[name]


def open_corpus(path: str) -> Corpus:
    """Open the corpus at `path`, the output of a run. Raises ConfigError where there is none."""
    tables = by_name(tables_under(path))
    if not tables:
        raise ConfigError(f"{path} holds no table of vlcorpus; name the output of a run")
    return Corpus(path, tables)
