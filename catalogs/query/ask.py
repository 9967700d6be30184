"""Ask the views: SQL text or one of the named queries, answered as an aligned table, CSV or JSON lines."""

import csv
import difflib
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice
from pathlib import Path
from unicodedata import east_asian_width

import duckdb

from vlcorpus.catalogs.query.quantities import human_bytes
from vlcorpus.schemas.errors import ConfigError

NAMED = Path(__file__).parent / "sql" / "named"
TABLE_ROWS = 200  # a table needs all its rows at once to align them; CSV and JSON stream
CELL_CHARS = 60
LINE_CHARS = 200
_FETCH = 64  # rows may carry megabytes of images
_PARAMETER = re.compile(r"-- \$(\w+): (.+)")


class Style(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSON = "json"  # one object per line


@dataclass(frozen=True)
class NamedQuery:
    """A file of `sql/named`: its first comments say what it answers and what it must be told."""

    name: str
    answers: str
    parameters: dict[str, str]  # name: meaning
    sql: str


@dataclass(frozen=True)
class QueryResult:
    """The columns of an answer, and its rows, to be read once."""

    columns: list[str]
    rows: Iterator[tuple]


@cache
def named_queries() -> dict[str, NamedQuery]:
    """Return the named queries by name, sorted."""
    files = sorted(NAMED.glob("*.sql"))
    return {path.stem: _parse(path.stem, path.read_text(encoding="utf-8")) for path in files}


def find_query(name: str) -> NamedQuery:
    """Return a named query. Raises ConfigError that names the nearest one."""
    queries = named_queries()
    if name not in queries:
        near = difflib.get_close_matches(name, queries, n=1, cutoff=0.4)
        hint = f"Did you mean {near[0]}? " if near else ""
        raise ConfigError(f"no named query {name!r}. {hint}There are: {', '.join(queries)}.")
    return queries[name]


def ask_named(connection: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, str]) -> QueryResult:
    """Answer a named query. Raises ConfigError for an unknown name, a missing or an unknown parameter."""
    query = find_query(name)
    if parameters.keys() != query.parameters.keys():
        wanted = "; ".join(f"{key} ({meaning})" for key, meaning in query.parameters.items()) or "none"
        given = ", ".join(parameters) or "none"
        raise ConfigError(f"{name}: parameters wanted: {wanted}. Given: {given}.")
    return ask(connection, query.sql, parameters)


def ask(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: dict[str, str] | None = None
) -> QueryResult:
    """Answer SQL text; `$name` is a parameter. Raises ConfigError with DuckDB's message and the views."""
    try:
        cursor = connection.execute(sql, parameters or None)
    except duckdb.Error as error:
        raise ConfigError(f"{error}\n{_views(connection)}") from error
    columns = [column[0] for column in cursor.description or ()]
    return QueryResult(columns, _fetch(cursor, connection))


def render(answer: QueryResult, style: Style = Style.TABLE, *, max_rows: int = TABLE_ROWS) -> Iterator[str]:
    """Yield the lines of an answer. `max_rows` bounds a table only, and it says so when it cuts."""
    if style == Style.CSV:
        return _csv(answer)
    if style == Style.JSON:
        return _json_lines(answer)
    return _aligned(answer, max_rows)


def describe_named() -> Iterator[str]:
    """Yield one line per named query: name, what it answers, parameters."""
    width = max(map(len, named_queries()))
    for query in named_queries().values():
        wanted = "".join(f" [{key}=…]" for key in query.parameters)
        yield f"{query.name:<{width}}  {query.answers}{wanted}"


def _parse(name: str, text: str) -> NamedQuery:
    comments = [line for line in text.splitlines() if line.startswith("--")]
    found = (_PARAMETER.fullmatch(line) for line in comments)
    return NamedQuery(
        name=name,
        answers=comments[0].removeprefix("-- "),
        parameters={match[1]: match[2] for match in found if match},
        sql=text,
    )


def _views(connection: duckdb.DuckDBPyConnection) -> str:
    names = connection.execute(
        "select if(schema_name = 'main', '', schema_name || '.') || view_name as name from duckdb_views() "
        "where not internal order by schema_name <> 'main', name"
    ).fetchall()
    return f"Views: {', '.join(name for (name,) in names)}. Columns of one: `describe samples`."


def _fetch(cursor: duckdb.DuckDBPyConnection, connection: duckdb.DuckDBPyConnection) -> Iterator[tuple]:
    """Yield rows; DuckDB finds some errors (a damaged page, a bad cast) only while it reads."""
    while True:
        try:
            rows = cursor.fetchmany(_FETCH)
        except duckdb.Error as error:
            raise ConfigError(f"{error}\n{_views(connection)}") from error
        if not rows:
            return
        yield from rows


def _csv(answer: QueryResult) -> Iterator[str]:
    def line(cells: Iterable[str]) -> str:
        out = io.StringIO()
        csv.writer(out, lineterminator="").writerow(cells)
        return out.getvalue()

    yield line(answer.columns)
    for row in answer.rows:
        yield line(_text(value) for value in row)


def _json_lines(answer: QueryResult) -> Iterator[str]:
    for row in answer.rows:
        record = {column: _plain(value) for column, value in zip(answer.columns, row, strict=True)}
        yield json.dumps(record, ensure_ascii=False, default=str)


def _aligned(answer: QueryResult, max_rows: int) -> Iterator[str]:
    columns = answer.columns
    cells: list[list[str]] = []
    right = [True] * len(columns)  # numbers stand right
    for row in islice(answer.rows, max_rows):  # cells are made at once, so that media do not pile up
        cells.append([_cell(value) for value in row])
        right = [so_far and isinstance(v, int | float | None) for so_far, v in zip(right, row, strict=True)]
    more = next(answer.rows, None) is not None
    widths = [max(map(_width, column)) for column in zip(columns, *cells, strict=True)]
    if len(cells) == 1 and sum(widths) > LINE_CHARS:  # one wide row reads better as a list
        name_width = max(map(_width, columns))
        yield from (f"{_pad(name, name_width)}  {cell}" for name, cell in zip(columns, cells[0], strict=True))
    else:
        for line in [columns, ["─" * width for width in widths], *cells]:
            yield "  ".join(map(_pad, line, widths, right)).rstrip()
    shown = "1 row" if len(cells) == 1 else f"{len(cells)} rows"
    yield f"({shown} shown, there are more: csv and json give all)" if more else f"({shown})"


def _cell(value: object) -> str:
    text = " ".join(_text(value).split())
    return text if len(text) <= CELL_CHARS else text[: CELL_CHARS - 1] + "…"


def _width(text: str) -> int:
    """Return the columns a terminal needs: two for Chinese, Japanese and Korean characters."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _pad(text: str, width: int, right: bool = False) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space


def _text(value: object) -> str:
    if value is None:
        return ""
    value = _plain(value)
    return (
        json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, list | dict) else str(value)
    )


def _plain(value: object) -> object:
    """Return the value with bytes replaced by their size: no reader of text wants them."""
    if isinstance(value, bytes | bytearray | memoryview):
        return f"<{human_bytes(len(value))}>"
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value
