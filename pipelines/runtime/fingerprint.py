"""What decides a table's content, as plain JSON, and the hash of it.

Two runs may write into one table only when source, stages, versions, parameters, filters and prompts are the
same: otherwise half of its shards would answer to another configuration. Stages, rows and filters go by their
names, not by the modules in which they are written, so that a module may move. Where and how fast things run,
what a licence is called and how many inputs are read decide no row's content, and are no part of it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import partial
from pathlib import PurePath
from typing import Any

from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.function_identity import describe_function
from vlcorpus.schemas.errors import FingerprintMismatch, StageBug
from vlcorpus.schemas.prompts import prompts_digest
from vlcorpus.stages.stage import Stage


def describe(value: Any) -> Any:
    """Return `value` as JSON that is equal for equal parameters in every process.

    Raises StageBug for what has no stable description.
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Enum):
        return describe(value.value)
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, Mapping):
        return {
            str(key): describe(item) for key, item in sorted(value.items(), key=lambda pair: str(pair[0]))
        }
    if isinstance(value, list | tuple):
        return [describe(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(describe(item) for item in value)
    if isinstance(value, partial):
        if value.args:
            raise StageBug(f"{value!r}: bind a filter's parameters by keyword, so that each has its name")
        return describe_function(value.func, describe, **value.keywords)
    if is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: describe(f.metadata.get("identity", _itself)(getattr(value, f.name)))
            for f in fields(value)
            if (f.init or f.compare) and f.metadata.get("fingerprint", True)
        }
    if isinstance(value, type):
        return value.__name__
    if callable(value):
        return describe_function(value, describe)
    raise StageBug(f"a stage parameter of type {type(value).__name__} has no stable description: {value!r}")


def _itself(value: Any) -> Any:
    return value


def describe_stage(stage: Stage) -> dict:
    """Return the identity of a stage: its name and version, its parameters, and the prompts it may say."""
    said = {"prompts": {task: prompts_digest(task) for task in sorted(stage.tasks)}} if stage.tasks else {}
    return {"stage": stage.kind, "version": type(stage).version, **describe(stage), **said}


def fingerprint(describes: dict) -> str:
    """Return the SHA-256 of the canonical JSON."""
    canonical = json.dumps(describes, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def require_same(table: TableStore, recorded: dict, wanted: dict) -> None:
    """Raise FingerprintMismatch, naming every difference, when the table was made differently."""
    if differences := list(_differences(recorded, wanted)):
        shown = "\n".join(f"  {line}" for line in differences[:12])
        more = f"\n  … and {len(differences) - 12} more" if len(differences) > 12 else ""
        raise FingerprintMismatch(
            f"{table.files.shown()} was made differently:\n{shown}{more}\n"
            "Go on with the old settings, choose another --output, or make it again: "
            f"--fresh-from {table.name} deletes this table and those made of it, "
            "--fresh all of them."
        )


def _differences(old: Any, new: Any, path: str = "") -> Iterator[str]:
    """Yield `path: old → new` for every leaf that differs."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted({*old, *new}):
            yield from _differences(old.get(key), new.get(key), f"{path}.{key}" if path else key)
    elif isinstance(old, list) and isinstance(new, list):
        for index in range(max(len(old), len(new))):
            before, after = (items[index] if index < len(items) else None for items in (old, new))
            yield from _differences(before, after, f"{path}[{index}]")
    elif old != new:
        yield f"{path}: {_short(old)} → {_short(new)}"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else text[:77] + "…"
