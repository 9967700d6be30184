"""Is every row itself, once? Asked of the views in SQL, which spills to disk when ids do not fit."""

import duckdb

from vlcorpus.catalogs.checks.report import FIRST, Check

MEMORY = "2GB"


def check_identity(connection: duckdb.DuckDBPyConnection) -> list[Check]:
    """Return the checks over all rows of all tables together."""
    return [
        _check_unique(connection),
        _check_one_verdict(connection),
        *_check_sums(connection),
        _check_licences(connection),
    ]


def _check_unique(connection: duckdb.DuckDBPyConnection) -> Check:
    check = Check(
        "ids-unique",
        "an id names one sample",
        "the same input was read twice (two outputs of one run, a source listed twice): keep one of them",
    )
    check.checked = _count(connection, "samples")
    repeated = """
        select id, count(*) as n, min(filename || ' row ' || file_row_number) as place from samples
        group by id having count(*) > 1 order by id"""
    for id, n, place in _first(connection, repeated, check):
        check.offenders.append(f"{place}: {n} samples have id {id}")
    return check


def _check_one_verdict(connection: duckdb.DuckDBPyConnection) -> Check:
    check = Check(
        "one-verdict",
        "no row is both kept and rejected",
        "a stage yielded a row and rejected it too, or outputs of different configurations are mixed",
    )
    check.checked = _count(connection, "rejects")
    both = """
        select id, filename || ' row ' || file_row_number
        from rejects semi join samples using (id) order by id"""
    for id, place in _first(connection, both, check):
        check.offenders.append(f"{place}: {id} is a sample too")
    return check


def _check_licences(connection: duckdb.DuckDBPyConnection) -> Check:
    check = Check(
        "licence",
        "every sample has a licence",
        "say it: `vlcorpus run … --license SPDX` on the same output makes nothing again",
    )
    check.checked = _count(connection, "samples")
    unlicensed = """
        select source, count(*) as n from samples where coalesce(trim(license), '') = ''
        group by source order by source"""
    for source, n in connection.execute(unlicensed).fetchall():
        check.broken += n
        check.offenders.append(f"source {source}: {n} samples without a licence")
    return check


def _check_sums(connection: duckdb.DuckDBPyConnection) -> list[Check]:
    remedy = (
        "the file and its commit are of different attempts: take the partition back with "
        "`vlcorpus clean --partition TABLE/N`, and run again"
    )
    tokens = Check("tokens-add-up", "commits count the tokens of their samples", remedy, of="files")
    reasons = Check("reasons-add-up", "commits count the reasons of their rejects", remedy, of="reasons")
    tokens.checked = _count(connection, "shards where kind = 'data'")
    reasons.checked = _count(connection, "(select distinct filename, reason from rejects)")
    wrong_tokens = """
        select filename, sum(n_tokens) as counted, any_value(commits.tokens) as told
        from samples join commits on commits.data_path = filename
        group by filename having counted <> told order by filename"""
    for path, counted, told in _first(connection, wrong_tokens, tokens):
        tokens.offenders.append(f"{path}: {counted} tokens, the commit says {told}")
    wrong_reasons = """
        with told as (select rejects_path as filename, unnest(reasons, recursive := true) from commits),
             counted as (select filename, reason, count(*) as n from rejects group by all),
             read as (select distinct filename from rejects)
        select filename, reason, coalesce(counted.n, 0), coalesce(told.n, 0)
        from told full join counted using (filename, reason) semi join read using (filename)
        where counted.n is distinct from told.n order by all"""
    for path, reason, counted, told in _first(connection, wrong_reasons, reasons):
        reasons.offenders.append(f"{path}: {counted} rejects for {reason}, the commit says {told}")
    return [tokens, reasons]


def _count(connection: duckdb.DuckDBPyConnection, relation: str) -> int:
    [(n,)] = connection.execute(f"select count(*) from {relation}").fetchall()  # noqa: S608 our names, bound values
    return n


def _first(connection: duckdb.DuckDBPyConnection, query: str, check: Check) -> list[tuple]:
    """Return the first rows of `query`; note on `check` how many there are."""
    rows = connection.execute(f"select *, count(*) over () from ({query}) limit {FIRST}").fetchall()  # noqa: S608 our names, bound values
    check.broken = rows[0][-1] if rows else 0
    return [row[:-1] for row in rows]
