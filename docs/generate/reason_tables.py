"""Why rows of a domain are rejected: the reasons that its stages and filters name, with what each says.

A module is looked through when the domain's pipeline imports it, directly or by way of others. Left out
are the classical engine, which names the OCR engines of a role that most domains never ask, and the keys of
inference, which every configuration has.
"""

import ast
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import vlcorpus.schemas.reasons
from docs.generate.markers import table
from docs.generate.schema_tables import line_comments
from vlcorpus.schemas.reasons import Reason

ROOT = Path(__file__).parents[2]
HEAD = ("reason", "what it says", "decided by")
LEFT_OUT = {
    "vlcorpus.schemas.reasons",
    "vlcorpus.stages.inference.classical_engine",
    "vlcorpus.pipelines.inference",
}


def reason_table(domain: str) -> str:
    """Return the reasons of the stages, filters and global steps of `domain`."""
    modules = _closure(f"vlcorpus.pipelines.{domain}.pipeline")
    return _table(modules, ("schemas", "filters", "stages", "pipelines"))


def reading_reason_table() -> str:
    """Return the reasons of the sources, which every domain may meet."""
    sources = ROOT / "catalogs" / "sources"
    return _table({f"vlcorpus.catalogs.sources.{path.stem}" for path in sources.glob("*.py")}, ("catalogs",))


def _table(modules: set[str], layers: tuple[str, ...]) -> str:
    used: dict[Reason, list[str]] = {}
    for module in sorted(modules):
        if module.split(".")[1] in layers:
            path = _file(module)
            for reason in _named(path):
                used.setdefault(reason, []).append(str(path.relative_to(ROOT)))
    rows = []
    for reason in Reason:
        if reason in used:
            deciders = ", ".join(f"`{path}`" for path in used[reason])
            rows.append((f"`{reason.value}`", meanings()[reason], deciders))
    return table(HEAD, rows)


@cache
def meanings() -> dict[Reason, str]:
    """Return the comment behind each reason."""
    text = Path(vlcorpus.schemas.reasons.__file__).read_text(encoding="utf-8")
    comments = line_comments(text)
    (members,) = (node for node in ast.parse(text).body if isinstance(node, ast.ClassDef))
    lines = {n.targets[0].id: n.lineno for n in members.body if isinstance(n, ast.Assign)}
    return {reason: comments.get(lines[reason.name], "") for reason in Reason}


def _named(path: Path) -> set[Reason]:
    """Return the reasons that a module names: `Reason.X`, or `"x"` in a process that sends it as text.

    A schema has keys that are called like reasons, so that its texts say nothing.
    """
    found = set()
    is_schema = path.relative_to(ROOT).parts[0] == "schemas"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Reason":
            found |= {Reason[node.attr]} if node.attr in Reason.__members__ else set()
        elif not is_schema and isinstance(node, ast.Constant) and node.value in list(Reason):
            found.add(Reason(node.value))
    return found


def _closure(module: str) -> set[str]:
    found: set[str] = set()
    pending = [module]
    while pending:
        name = pending.pop()
        is_read = name.startswith("vlcorpus.catalogs.")  # what reading rejects has a table of its own
        if not is_read and name not in found | LEFT_OUT and (path := _file(name)):
            found.add(name)
            pending += _imported(path)
    return found


@cache
def _file(module: str) -> Path | None:
    try:
        spec = find_spec(module)
    except ModuleNotFoundError:
        return None  # the last name is not a module, but something in one
    return Path(spec.origin) if spec and spec.origin and spec.origin.startswith(str(ROOT)) else None


def _imported(path: Path) -> set[str]:
    """Return what a module imports of ours, and what it names as `module:name` to be imported later."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("vlcorpus."):
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Constant) and re.fullmatch(r"vlcorpus\.[\w.]+:\w+", str(node.value)):
            found.add(node.value.partition(":")[0])
    return found
