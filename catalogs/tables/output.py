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

from vlcorpus.catalogs.tables.checkpoints import CHECKPOINTS
from vlcorpus.catalogs.tables.commit_log import LOOSE
from vlcorpus.catalogs.tables.control_files import DAMAGED, Damage
from vlcorpus.catalogs.tables.licences import LICENCES, damaged_licences
from vlcorpus.catalogs.tables.prompts import PROMPTS, damaged_prompts
from vlcorpus.catalogs.tables.runs import damaged_runs
from vlcorpus.catalogs.tables.storage import Storage, join, split_options
from vlcorpus.catalogs.tables.table import DELETED, MANIFEST, NAME, RUNS, TableStore
from vlcorpus.schemas.errors import ConfigError, FingerprintMismatch

CARDS = "_cards"  # the data cards of its domains: catalogs/reports/stats.py
DATA_CARD = "README.md"  # of the output, of each domain and table: catalogs/reports/data_card.py
DATA_CARD_MARK = "<!-- written by vlcorpus, and again by its next run; delete this line to keep the file -->"


def home_of(output: str, domain: str) -> str:
    """Return where the tables of a domain lie."""
    return join(output, domain)


def tables_under(output: str) -> list[TableStore]:
    """Return the tables of an output, of the folder of one domain in it, or the table that `output` is.

    What is named or described as no table of ours is told of, and left out.
    """
    found = []
    for table in _folders_of_tables(output):
        if damage := _of_name(table):
            damage.tell()
        elif table.find_manifest() is not None:
            found.append(table)
        else:
            for damage in table.damages():
                damage.tell()
    return found


def sweep_deleted(home: str) -> None:
    """Delete what is left of tables whose deletion was killed. Call it while holding the lock."""
    files = Storage(home)
    for name in files.folders():
        if name.startswith(DELETED):
            files.delete(name)


def has_own_data_card(folder: str) -> bool:
    """Say whether the data card in an output, a domain or a table is one that we wrote."""
    files = Storage(folder)
    return files.is_file(DATA_CARD) and DATA_CARD_MARK.encode() in files.read(DATA_CARD)


def delete_corpus(output: str, *more: str) -> list[str]:
    """Delete the tables of an output, the records beside them and files of the names `more`.

    What a corpus has not made stays; return the names of it. Call it while holding the lock.
    """
    root = Storage(output)
    for table in _folders_of_tables(output):
        table.delete()
    for domain in _named(root.folders()):
        root.delete(f"{domain}/{DAMAGED}")
        sweep_deleted(join(output, domain))
        if has_own_data_card(join(output, domain)):
            root.delete(f"{domain}/{DATA_CARD}")
        root.delete_empty(domain)
    card = [DATA_CARD] if has_own_data_card(output) else []
    for name in (RUNS, PROMPTS, LICENCES, CARDS, DAMAGED, *card, *more):
        root.delete(name)
    left = root.names() + root.folders()
    root.delete_empty()
    return left


def damaged_tables(output: str) -> list[Damage]:
    """Return what tables under `output` hold that vouches for nothing, and folders that are no tables."""
    damages: list[Damage] = []
    for table in _folders_of_tables(output):
        damage = _of_name(table)
        damages += [damage] if damage else table.damages()
    return damages


def damaged_records(output: str) -> list[Damage]:
    """Return what lies beside the tables and vouches for nothing: records of runs, licences, prompts."""
    return [*damaged_runs(output), *damaged_licences(output), *damaged_prompts(output)]


def _folders_of_tables(output: str) -> list[TableStore]:
    """Return the folders that look like tables: with a manifest, or with commits and without one."""
    root = Storage(output)
    if root.is_file():
        raise ConfigError(f"{output} is a file, not a folder. Name the --output of a run.")
    if _looks_like_a_table(root, ""):
        return [TableStore(output)]
    found = []
    for folder in _named(root.folders()):
        if _looks_like_a_table(root, folder):
            found.append(folder)
        else:
            below = [f"{folder}/{name}" for name in _named(root.folders(folder))]
            found += [name for name in below if _looks_like_a_table(root, name)]
    return [TableStore(join(output, name)) for name in found]


def _named(folders: Iterable[str]) -> list[str]:
    return [name for name in folders if not name.startswith("_")]


def _looks_like_a_table(root: Storage, folder: str) -> bool:
    inside = f"{folder}/{MANIFEST}" if folder else MANIFEST
    return root.exists(inside) or not {LOOSE, CHECKPOINTS}.isdisjoint(root.folders(folder))


def _of_name(table: TableStore) -> Damage | None:
    if NAME.fullmatch(table.name):
        return None
    return Damage(table.files, "", "the name of a table has only a-z, 0-9, _ and -")


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
    if root.is_file():
        raise ConfigError(f"{output} is a file, not a folder. Choose another --output.")
    for name in root.folders():
        if not name.startswith("_") and root.exists(f"{name}/{MANIFEST}"):
            raise FingerprintMismatch(
                f"{join(output, name)} was made by an earlier version of vlcorpus: it knows stages and "
                "filters by the modules they stood in, so nobody can tell whether its rows would be made "
                "alike today. It can be read (sql, verify, browse, export, stats) and not be continued: "
                "choose another --output, or delete it first."
            )
