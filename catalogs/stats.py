"""Count a corpus, print the counts, and write one data card per domain."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from catalogs.examples import Example, draw_examples
from catalogs.quantities import human_bytes, human_number
from catalogs.query import Answer, render
from catalogs.storage import Storage, join
from catalogs.targets import Standing, load_targets, standings
from catalogs.views import SQL, connect

CARDS = "_cards"
EXAMPLES = 8
_QUESTIONS = SQL / "stats"


@dataclass(frozen=True)
class Grid:
    """The answer to one file of `catalogs/sql/stats`; its first comment lines are the title and the note."""

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
    n_bytes: int  # of the data of the pipelines that make it
    n_rejects: int  # of the same
    tables: list[str]  # names of the tables that hold its samples
    grids: dict[str, Grid]
    standings: list[Standing]
    examples: list[Example]
    tokenizers: list[str]

    @property
    def totals(self) -> dict[str, int]:
        grid = self.grids["totals"]
        return dict(zip(grid.columns, grid.rows[0], strict=True))


def stats(outputs: list[str], destination: str | Path | None = None, *, scale: float | None = None) -> str:
    """Write `<destination>/<domain>/index.html` and `README.md` for each domain; return the counts as text.

    `destination` is by default `_cards` in the first output. `scale` is the part of the report's quantities
    that is aimed at, by default that of `targets.yaml`. Raises ConfigError where an output is not there.
    """
    from catalogs.card import html_card, markdown_card

    connection = connect(outputs)
    place = Storage(str(destination) if destination else join(outputs[0], CARDS))
    lines: list[str] = []
    for domain in domains(connection):
        facts = gather(connection, domain, outputs, scale=scale)
        place.write(f"{domain}/index.html", html_card(facts).encode())
        place.write(f"{domain}/README.md", markdown_card(facts).encode())
        card = join(place.uri, domain, "index.html")
        lines += [*describe(facts), f"card: {card}", ""]
    connection.close()
    return "\n".join(lines) if lines else f"{', '.join(outputs)}: no table yet, nothing to count"


def domains(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the domains of a corpus; note on the connection which pipelines make them."""
    connection.execute((SQL / "domain_pipelines.sql").read_text())
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
    of_domain = "from samples where domain = $domain order by 1"
    return DomainFacts(
        domain=domain,
        outputs=outputs,
        as_of=as_of or "",
        n_bytes=n_bytes,
        n_rejects=n_rejects,
        tables=[name for (name,) in ask(f"select distinct table_name {of_domain}")],
        grids={path.stem: _grid(connection, path, domain) for path in sorted(_QUESTIONS.glob("*.sql"))},
        standings=standings(connection, load_targets(), domain=domain, scale=scale),
        examples=draw_examples(connection, domain, EXAMPLES),
        tokenizers=[id for (id,) in ask(f"select distinct tokenizer_id {of_domain}")],
    )


def describe(facts: DomainFacts) -> Iterator[str]:
    """Yield the counts as aligned tables for a terminal."""
    totals = facts.totals
    yield f"── {facts.domain} " + "─" * max(3, 76 - len(facts.domain))
    yield (
        f"{totals['samples']:,} samples of {totals['inputs']:,} inputs, {totals['images']:,} images, "
        f"{human_number(totals['tokens'])} tokens, {human_bytes(facts.n_bytes)}; {facts.n_rejects:,} rejects"
    )
    for name, grid in facts.grids.items():
        if grid.rows and name != "totals":
            yield ""
            yield f"{grid.title}"
            yield from _indented(grid.columns, grid.rows)
    if facts.standings:
        yield ""
        yield "Of the report's quantities"
        yield from _indented(["target", "what", "held", "wanted", "percent"], list(target_rows(facts)))


def target_rows(facts: DomainFacts) -> Iterator[tuple]:
    for standing in facts.standings:
        target = standing.target
        unit = "" if target.counts in target.what else f" ({target.counts})"
        yield target.id, f"{target.what}{unit}", standing.held, standing.wanted, _percent(standing.percent)


def _percent(value: float) -> str:
    return "< 0.01 %" if 0 < value < 0.01 else f"{value:.3g} %"


def _grid(connection: duckdb.DuckDBPyConnection, path: Path, domain: str) -> Grid:
    text = path.read_text()
    title, note = (line.removeprefix("-- ") for line in text.splitlines()[:2])
    answer = connection.execute(text, {"domain": domain})
    return Grid(title, note, [column[0] for column in answer.description], answer.fetchall())


def _indented(columns: list[str], rows: list[tuple]) -> Iterator[str]:
    *lines, _count = render(Answer(columns, iter(rows)))
    yield from (f"  {line}" for line in lines)
