"""Runs that are killed: who is at work, and what of an output must be as if nobody had been killed."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import psutil

from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.catalogs.tables.output import tables_under

# What differs between two runs that made the same, and why.
MAY_DIFFER = {
    "_lock": "names the last writer",
    "_runs": "a record of each run",
    "commits": "hold times and attempts; what they say of rows is compared",
    "checkpoints": "the same of many commits",
    "damaged": "what was set aside before",
    "index": "a cache",
}


def shard_bytes(output: Path) -> dict[str, bytes]:
    """Return every shard of an output by its path in it: what two runs must have in common."""
    paths = [path for kind in ("data", "rejects") for path in output.glob(f"*/*/{kind}/*.parquet")]
    return {str(path.relative_to(output)): path.read_bytes() for path in sorted(paths)}


def differences(output: Path, undisturbed: Path) -> list[str]:
    """Name what an output has otherwise than one that nobody disturbed: files, to the byte, and commits."""
    ours, theirs = _content(output), _content(undisturbed)
    return sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))


def _content(output: Path) -> dict[str, object]:
    files = (path for path in output.rglob("*") if path.is_file())
    found: dict[str, object] = {
        str(name): (output / name).read_bytes()
        for name in (path.relative_to(output) for path in files)
        if MAY_DIFFER.keys().isdisjoint(name.parts)
    }
    for table in tables_under(str(output)):
        for commit in table.commits():
            found[f"commit {commit.partition} of {table.name}"] = _without_times(commit)
    return found


def _without_times(commit: Commit) -> Commit:
    return replace(commit, run_id="", started="", ended="", wall_s=0.0, cpu_s=0.0, attempts=1, host="")


def busy_workers(ancestor: int | None = None) -> list[psutil.Process]:
    """Return the Ray workers below a process, by default this one, that have a partition in hand."""
    found = []
    for child in psutil.Process(ancestor).children(recursive=True):
        with suppress(psutil.NoSuchProcess, IndexError):
            if child.cmdline()[0].startswith("ray::") and "Map" in child.cmdline()[0]:
                found.append(child)
    return found


def killed(process: psutil.Process) -> bool:
    """SIGKILL a process; say whether it was still there."""
    try:
        process.kill()
    except psutil.NoSuchProcess:
        return False
    return True
