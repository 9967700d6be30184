"""The data card at the root of an output: `README.md`, which tells `datasets` and the Hub what its data are.

Without one `load_dataset(output)` takes whatever lies there for data: prompts, run records, rejects. Its
`configs` name the folders of samples and nothing else, so that a wrong load is impossible. Source:
https://huggingface.co/docs/hub/datasets-manual-configuration
"""

import logging
from collections.abc import Collection

import yaml

from vlcorpus.catalogs.query.quantities import human_bytes
from vlcorpus.catalogs.tables.licences import read_licences
from vlcorpus.catalogs.tables.output import CARDS, DATA_CARD, DATA_CARD_MARK, has_own_data_card, tables_under
from vlcorpus.catalogs.tables.storage import Storage, split_options
from vlcorpus.catalogs.tables.totals import TableTotals, table_totals
from vlcorpus.schemas.sample import Sample

log = logging.getLogger(__name__)


def write_data_card(output: str, planned: Collection[str] = ()) -> None:
    """Write the card of what lies in `output`; `planned` are tables of samples that a run is to make there.

    They are named by their paths below the output, `captions/samples`. A `README.md` that somebody else wrote
    stays as it is.
    """
    files = Storage(output)
    if files.exists(DATA_CARD) and not has_own_data_card(output):
        log.warning("%s is not ours and stays: `load_dataset` goes by it", files.shown(DATA_CARD))
        return
    held = _tables_of_samples(output)
    content = _card({**dict.fromkeys(planned), **held}, sorted(_licences(output))).encode()
    if not files.exists(DATA_CARD) or files.read(DATA_CARD) != content:
        files.write(DATA_CARD, content)


def _tables_of_samples(output: str) -> dict[str, TableTotals]:
    """Return the tables of samples by their paths below the output."""
    below = len(split_options(output)[0].rstrip("/")) + 1
    return {
        split_options(table.uri)[0][below:]: table_totals(table)
        for table in tables_under(output)
        if issubclass(table.manifest().row_type(), Sample)
    }


def _licences(output: str) -> set[str]:
    return {said.license for said in read_licences(output).values()}


def _card(tables: dict[str, TableTotals | None], licences: list[str]) -> str:
    names = {path: path.removesuffix("/samples").replace("/", ".") for path in sorted(tables)}
    front = {
        "license": licences[0].lower() if len(licences) == 1 and not _is_own(licences[0]) else "other",
        "license_name": ", ".join(licences) or "none declared",
        "task_categories": ["image-text-to-text"],
        "tags": ["vlcorpus", "qwen3-vl"],
        "configs": [
            {"config_name": name, "data_files": f"{path}/data/*.parquet"} for path, name in names.items()
        ],
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
        "A sample whose column `trainable` is false is kept to be looked at: train no turn of it.",
        "",
    ]
    return "\n".join(lines)


def _numbers(totals: TableTotals | None) -> str:
    if totals is None:
        return "being made | | |"
    return f"{totals.rows:,} | {totals.tokens:,} | {human_bytes(totals.bytes)} | {totals.rejects:,}"


def _is_own(licence: str) -> bool:
    """Say whether the Hub has no name for it: an expression, or a licence of somebody's own."""
    return " " in licence or licence.startswith("LicenseRef-")
