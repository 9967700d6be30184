"""The data cards of an output: `README.md` at its root, in each domain and in each table.

They tell `datasets` and the Hub what is data. Without one `load_dataset(folder)` takes whatever lies there:
prompts, run records, rejects. The `configs` of a card name folders of rows of one kind and nothing else, so
that a wrong load is impossible: at the root and in a domain the samples, in a table its rows. Source:
https://huggingface.co/docs/hub/datasets-manual-configuration
"""

import logging
from collections.abc import Collection, Mapping

import yaml

from vlcorpus.catalogs.query.quantities import human_bytes
from vlcorpus.catalogs.reports.licences import hub_licence
from vlcorpus.catalogs.tables.licences import read_licences
from vlcorpus.catalogs.tables.output import (
    CARDS,
    DATA_CARD,
    DATA_CARD_MARK,
    has_own_data_card,
    home_of,
    run_root,
    tables_under,
)
from vlcorpus.catalogs.tables.storage import Storage, split_options
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.catalogs.tables.totals import TableTotals, table_totals
from vlcorpus.schemas.sample import Sample

log = logging.getLogger(__name__)


def write_data_cards(output: str, planned: Collection[str] = ()) -> None:
    """Write the cards of the whole output that `output` is, or is in.

    `planned` are tables of samples that a run is to make there, by their paths below the output,
    `captions/samples`. A `README.md` that somebody else wrote
    stays as it is.
    """
    root = run_root(output)
    tables = _tables(root)
    for table in tables.values():
        write_table_card(table)
    if "" in tables:  # a table that was taken out of its output
        return
    held = {
        path: table_totals(table)
        for path, table in tables.items()
        if issubclass(table.manifest().row_type(), Sample)
    }
    samples = {**dict.fromkeys([*planned, *_not_begun(tables, held)]), **held}
    names = {path: path.removesuffix("/samples").replace("/", ".") for path in sorted(samples)}
    for domain in _domains(names):
        inside = {name: path for path, name in names.items() if path.startswith(f"{domain}/")}
        _write(
            home_of(root, domain), _signpost({name: path.partition("/")[2] for name, path in inside.items()})
        )
    _write(root, _card(samples, names, sorted(_licences(root))))


def write_table_card(table: TableStore) -> None:
    """Write the card of one table, by which its rows are loaded and its rejects are not."""
    _write(table.uri, _signpost({table.name: ""}))


def _write(folder: str, card: str) -> None:
    files, content = Storage(folder), card.encode()
    if files.exists(DATA_CARD) and not has_own_data_card(folder):
        log.warning("%s is not ours and stays: `load_dataset` goes by it", files.shown(DATA_CARD))
    elif not files.exists(DATA_CARD) or files.read(DATA_CARD) != content:
        files.write(DATA_CARD, content)


def _tables(output: str) -> dict[str, TableStore]:
    """Return the tables by their paths below the output."""
    below = len(split_options(output)[0].rstrip("/")) + 1
    return {split_options(table.uri)[0][below:]: table for table in tables_under(output)}


def _domains(paths: Collection[str]) -> list[str]:
    """Return the folders of domains; tables of layout 1 lie in none."""
    return sorted({path.partition("/")[0] for path in paths if "/" in path})


def _not_begun(tables: Collection[str], held: Collection[str]) -> list[str]:
    """Return where the samples of domains that have none yet will lie: a card without them hides nothing."""
    begun = _domains(held)
    return [f"{domain}/samples" for domain in _domains(tables) if domain not in begun]


def _licences(output: str) -> set[str]:
    return {said.license for said in read_licences(output).values()}


def _configs(places: Mapping[str, str]) -> list[dict[str, str]]:
    """Return what `datasets` may load: the names, and of each table, by its path below the card, the rows."""
    return [
        {"config_name": name, "data_files": f"{path}/data/*.parquet".lstrip("/")}
        for name, path in places.items()
    ]


def _signpost(places: Mapping[str, str]) -> str:
    """Return the card of a folder inside the output: it says what is loaded, and counts nothing."""
    lines = [
        "---",
        yaml.safe_dump({"configs": _configs(places)}, sort_keys=False).rstrip(),
        "---",
        DATA_CARD_MARK,
        "",
        "`load_dataset(FOLDER)` reads the rows named above.",
        "The card of the corpus lies at the root of the output.",
        "",
    ]
    return "\n".join(lines)


def _card(tables: Mapping[str, TableTotals | None], names: Mapping[str, str], licences: list[str]) -> str:
    front = {
        "license": hub_licence(licences),
        "license_name": ", ".join(licences) or "none declared",
        "task_categories": ["image-text-to-text"],
        "tags": ["vlcorpus", "qwen3-vl"],
        "configs": _configs({name: path for path, name in names.items()}),
    }
    lines = [
        "---",
        yaml.safe_dump(front, sort_keys=False, allow_unicode=True).rstrip(),
        "---",
        DATA_CARD_MARK,
        "",
        "# A corpus made by vlcorpus",
        "",
        "| config | samples | tokens | on disk | rejects |",
        "| --- | --- | --- | --- | --- |",
        *(f"| {names[path]} | {_numbers(tables[path])} |" for path in names),
        "",
        "`load_dataset(FOLDER, CONFIG)` reads the samples; "
        f"`vlcorpus stats` writes a card of each into `{CARDS}`.",
        "The column `license` holds the licence of each sample: its own where its input said one.",
        "A sample whose column `trainable` is false is kept to be looked at: train no turn of it.",
        "",
    ]
    return "\n".join(lines)


def _numbers(totals: TableTotals | None) -> str:
    if totals is None:
        return "being made | | |"
    return f"{totals.rows:,} | {totals.tokens:,} | {human_bytes(totals.bytes)} | {totals.rejects:,}"
