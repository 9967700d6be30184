"""What lies in an output: tables under the names of their domains, and the records that these share.

<output>/<domain>/<table>/    a table: catalogs/tables/table.py
<output>/_runs/<run_id>.json  who ran what, when, with which code and configuration
<output>/_prompts/, _licences.json, _lock

Several domains may share an output. Where tables of several meet, a table is called `<domain>.<table>`.
Tables of layout 1 lie in the output itself.
"""

import posixpath
from collections import Counter
from collections.abc import Iterable

from vlcorpus.catalogs.tables.storage import Storage, join, split_options
from vlcorpus.catalogs.tables.table import MANIFEST, RUNS, TableStore
from vlcorpus.schemas.errors import ConfigError, FingerprintMismatch


def home_of(output: str, domain: str) -> str:
    """Return where the tables of a domain lie."""
    return join(output, domain)


def tables_under(output: str) -> list[TableStore]:
    """Return the tables of an output, of the folder of one domain in it, or the table that `output` is."""
    root = Storage(output)
    if root.exists(MANIFEST):
        return [TableStore(output)]
    found = []
    for folder in (name for name in root.folders() if not name.startswith("_")):
        if root.exists(f"{folder}/{MANIFEST}"):
            found.append(folder)
        else:
            found += [
                f"{folder}/{n}" for n in root.folders(folder) if root.exists(f"{folder}/{n}/{MANIFEST}")
            ]
    return [TableStore(join(output, name)) for name in found]


def run_root(output: str) -> str:
    """Return the output whose runs made what lies at `output`: for a table or a domain, the one it is in.

    A table lies two folders below its output, in layout 1 one.
    """
    address, options = split_options(output)
    for _ in range(3):
        if Storage(address + options).exists(RUNS):
            return address + options
        parent = posixpath.dirname(address.rstrip("/"))
        if parent in (address, "", ".") or parent.endswith((":", "/")):  # nothing is above it
            break
        address = parent
    return output


def by_name(tables: Iterable[TableStore]) -> dict[str, TableStore]:
    """Return tables by their names: those that several domains have are called `<domain>.<table>`."""
    tables = list(tables)
    n_of = Counter(table.name for table in tables)
    return {
        table.name if n_of[table.name] == 1 else f"{table.manifest().pipeline}.{table.name}": table
        for table in tables
    }


def find_partition(tables: Iterable[TableStore], named: str) -> tuple[TableStore, int]:
    """Return the committed partition that `samples/42` or `documents.samples/42` names.

    Raises ConfigError where there is none such.
    """
    known = by_name(tables)
    name, _, number = named.rpartition("/")
    if name not in known or not number.isdigit():
        raise ConfigError(f"{named!r}: write TABLE/N, such as samples/42; tables are {', '.join(known)}")
    table, index = known[name], int(number)
    table.commit_of(index)  # raises where it is not committed
    return table, index


def refuse_earlier_layout(output: str) -> None:
    """Raise FingerprintMismatch where tables of layout 1 lie in the output: rows would be there twice."""
    root = Storage(output)
    for name in root.folders():
        if not name.startswith("_") and root.exists(f"{name}/{MANIFEST}"):
            raise FingerprintMismatch(
                f"{join(output, name)} was made by an earlier version of vlcorpus: it knows stages and "
                "filters by the modules they stood in, so nobody can tell whether its rows would be made "
                "alike today. It can be read (sql, verify, browse, export, stats) and not be continued: "
                "choose another --output, or delete it first."
            )
