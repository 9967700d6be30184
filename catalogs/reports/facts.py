"""What is counted of one domain: the answers that its data card and the terminal show."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from vlcorpus.catalogs.query.counted_rows import hold_counted_rows
from vlcorpus.catalogs.query.views import SQL
from vlcorpus.catalogs.reports.contact_sheets import ContactSheet, draw_sheets
from vlcorpus.catalogs.reports.datasheet import sheets_by
from vlcorpus.catalogs.reports.examples import Example, draw_examples
from vlcorpus.catalogs.reports.licences import with_spdx
from vlcorpus.catalogs.reports.targets import Standing, load_targets, standings

EXAMPLES = 8
_QUESTIONS = SQL / "stats"
_PATHS = """
    select distinct path from tables join samples using (output, pipeline, table_name) where domain = $domain
    order by path"""


@dataclass(frozen=True)
class Grid:
    """The answer to one file of `query/sql/stats`; its first comment lines are the title and the note."""

    title: str
    note: str
    columns: list[str]
    rows: list[tuple]

    def column(self, name: str) -> list:
        at = self.columns.index(name)
        return [row[at] for row in self.rows]


@dataclass(frozen=True)
class DomainFacts:
    """Everything a card says that is counted."""

    domain: str
    outputs: list[str]
    as_of: str  # end of the last committed partition, UTC
    n_bytes: int  # bytes that the pipelines of the domain have written
    n_rejects: int  # rows that these pipelines have rejected
    tables: list[str]  # paths below the output of the tables that hold its samples
    grids: dict[str, Grid]
    standings: list[Standing]
    examples: list[Example]
    sheets: list[ContactSheet]
    tokenizers: list[str]

    @property
    def totals(self) -> dict[str, int]:
        grid = self.grids["totals"]
        return dict(zip(grid.columns, grid.rows[0], strict=True))


def domains(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the domains of a corpus; note on the connection which pipelines make them.

    Its views `samples` and `rejects` are tables from then on, of the columns that statistics ask for.
    """
    hold_counted_rows(connection)
    connection.execute((SQL / "domain_pipelines.sql").read_text(encoding="utf-8"))
    found = connection.execute("select distinct domain from domain_pipelines order by domain").fetchall()
    return [domain for (domain,) in found]


def gather(
    connection: duckdb.DuckDBPyConnection, domain: str, outputs: list[str], *, scale: float | None = None
) -> DomainFacts:
    """Ask every question about one domain. `domains` must have been called on the connection."""

    def ask(sql: str) -> list[tuple]:
        return connection.execute(sql, {"domain": domain}).fetchall()

    as_of, n_bytes, n_rejects = ask(
        """
        select max(ended), coalesce(sum(data_bytes), 0), coalesce(sum(rejects), 0) from commits
        where pipeline in (select pipeline from domain_pipelines where domain = $domain)"""
    )[0]
    grids = {path.stem: _grid(connection, path, domain) for path in sorted(_QUESTIONS.glob("*.sql"))}
    licences = grids["licences"]
    columns, rows = [*licences.columns, "spdx"], with_spdx(licences.rows)
    grids["licences"] = replace(licences, columns=columns, rows=rows)
    of_domain = "from samples where domain = $domain order by 1"
    return DomainFacts(
        domain=domain,
        outputs=outputs,
        as_of=as_of or "",
        n_bytes=n_bytes,
        n_rejects=n_rejects,
        tables=[path for (path,) in ask(_PATHS)],
        grids=grids,
        standings=standings(connection, load_targets(), domain=domain, scale=scale),
        examples=draw_examples(connection, domain, EXAMPLES),
        sheets=draw_sheets(connection, domain, key) if (key := sheets_by(domain)) else [],
        tokenizers=[id for (id,) in ask(f"select distinct tokenizer_id {of_domain}")],
    )


def target_rows(facts: DomainFacts) -> Iterator[tuple]:
    for standing in facts.standings:
        target = standing.target
        unit = "" if target.counts in target.what else f" ({target.counts})"
        yield target.id, f"{target.what}{unit}", standing.held, standing.wanted, _percent(standing.percent)


def _percent(value: float) -> str:
    return "< 0.01 %" if 0 < value < 0.01 else f"{value:.3g} %"


def _grid(connection: duckdb.DuckDBPyConnection, path: Path, domain: str) -> Grid:
    text = path.read_text(encoding="utf-8")
    title, note = (line.removeprefix("-- ") for line in text.splitlines()[:2])
    answer = connection.execute(text, {"domain": domain})
    return Grid(title, note, [column[0] for column in answer.description], answer.fetchall())
