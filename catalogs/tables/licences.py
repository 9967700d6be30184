"""What is said of a source's licence: `<output>/_licences.json`, written by every run that names one.

A licence is a statement about a source, not about what was made of it, so it can come later, or be corrected,
without making anything again. Rows keep what was known when they were made; whoever asks through the catalog
(SQL, verify, export) gets what was said last. A licence that a row brought along by itself, such as a column
of its table, stays the row's own.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from vlcorpus.catalogs.tables.control_files import Damage, DamagedFile, read_control_file
from vlcorpus.catalogs.tables.storage import Storage

LICENCES = "_licences.json"


@dataclass(frozen=True)
class Statement:
    """What runs said of a source."""

    license: str  # SPDX expression, as it was said last
    formerly: tuple[str, ...] = ()  # said before, and in rows that were made then


def read_licences(output: str) -> dict[str, Statement]:
    """Return the statements by the names of sources; tell of a file that is damaged."""
    try:
        return _read(output)
    except DamagedFile as damaged:
        damaged.damage.tell()
        return {}


def damaged_licences(output: str) -> list[Damage]:
    """Return the file where it is none of statements: nobody knows then what was said last."""
    try:
        _read(output)
    except DamagedFile as damaged:
        return [damaged.damage]
    return []


def _read(output: str) -> dict[str, Statement]:
    files = Storage(output)
    return read_control_file(files, LICENCES, dict[str, Statement]) if files.exists(LICENCES) else {}


def state_licences(output: str, said: Mapping[str, str]) -> None:
    """Keep what is said of each source. Call it while holding the output's lock."""
    before = read_licences(output)
    after = before | {source: _stated(before.get(source), license) for source, license in said.items()}
    if after != before:
        content = {source: asdict(statement) for source, statement in sorted(after.items())}
        Storage(output).write(LICENCES, json.dumps(content, indent=1, ensure_ascii=False).encode())


def _stated(before: Statement | None, license: str) -> Statement:
    if before is None or before.license == license:
        return before or Statement(license)
    formerly = dict.fromkeys((*before.formerly, before.license))
    return Statement(license, tuple(name for name in formerly if name != license))
