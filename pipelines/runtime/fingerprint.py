"""What decides a table's content, as plain JSON, and the hash of it.

Two runs may write into one table only when source, stages, versions and parameters are the same: otherwise
half of its shards would answer to another configuration.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import partial
from pathlib import PurePath
from typing import Any

from vlcorpus.schemas.errors import FingerprintMismatch, StageBug


def describe(value: Any) -> Any:
    """Return `value` as JSON that is equal for equal parameters in every process.

    Functions go by their name.
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
        return {"function": describe(value.func), "args": describe(value.args), **describe(value.keywords)}
    if is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: describe(getattr(value, f.name))
            for f in fields(value)
            if (f.init or f.compare) and f.metadata.get("fingerprint", True)
        }
    if callable(value):
        name = f"{value.__module__}.{value.__qualname__}"
        if "<lambda>" in name or "<locals>" in name:
            raise StageBug(
                f"{name}: a parameter must be a module-level function, a lambda has no stable name"
            )
        return name
    raise StageBug(f"a stage parameter of type {type(value).__name__} has no stable description: {value!r}")


def describe_stage(stage) -> dict:
    kind = type(stage)
    return {"stage": f"{kind.__module__}.{kind.__qualname__}", "version": kind.version, **describe(stage)}


def fingerprint(describes: dict) -> str:
    """Return the SHA-256 of the canonical JSON."""
    canonical = json.dumps(describes, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def require_same(uri: str, recorded: dict, wanted: dict) -> None:
    """Raise FingerprintMismatch, naming every difference, when the table at `uri` was made differently."""
    if differences := list(_differences(recorded, wanted)):
        shown = "\n".join(f"  {line}" for line in differences[:12])
        more = f"\n  … and {len(differences) - 12} more" if len(differences) > 12 else ""
        raise FingerprintMismatch(
            f"{uri} was made differently:\n{shown}{more}\n"
            "Go on with the old settings, choose another --output, or make it again: "
            f"--fresh-from {uri.rstrip('/').rsplit('/', 1)[-1]} deletes this table and those made of it, "
            "--fresh all of them."
        )


def _differences(old: Any, new: Any, path: str = ""):
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
