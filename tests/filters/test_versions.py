"""A filter's version is held to its code: what changes an outcome must change a table's fingerprint.

Constants and defaults are in the fingerprint by themselves. Of the code only a person can say whether it
decides otherwise, so its hash lies in versions.json: after a change, raise the version of the filter
(`@versioned(2)`), or, where every outcome stays, only record the new code:
`python -m tests.filters.test_versions`.
"""

import ast
import hashlib
import inspect
import json
import sys
import textwrap
from importlib import import_module
from pathlib import Path
from types import FunctionType

import pytest

from vlcorpus.pipelines.runtime.function_identity import reached_from

LOCK = Path(__file__).with_name("versions.json")
ROOT = Path(__file__).parents[2]
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"


def filters() -> dict[str, FunctionType]:
    """Return the public functions of `filters/` that may answer with a reason."""
    found = {}
    for path in sorted((ROOT / "filters").rglob("*.py")):
        if path.name == "__init__.py":
            continue
        module = import_module("vlcorpus." + ".".join(path.relative_to(ROOT).with_suffix("").parts))
        for name, value in vars(module).items():
            ours = isinstance(value, FunctionType) and value.__module__ == module.__name__
            if (
                ours
                and not name.startswith("_")
                and "Reason | None" in str(value.__annotations__.get("return"))
            ):
                assert name not in found, f"{name}: two filters of one name"
                found[name] = value
    return found


def code_digest(function: FunctionType) -> str:
    """Return a hash of what the function and those it calls do.

    It is the same after a new comment, docstring or annotation.
    """
    digest = hashlib.sha256()
    for reached in reached_from(function):
        tree = ast.parse(textwrap.dedent(inspect.getsource(reached)))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                node.returns = None
                if ast.get_docstring(node) is not None:
                    node.body = node.body[1:] or [ast.Pass()]
            elif isinstance(node, ast.arg):
                node.annotation = None
        digest.update(ast.unparse(tree).encode())
    return digest.hexdigest()[:16]


def recorded() -> dict:
    return json.loads(LOCK.read_text())


def found() -> dict:
    return {
        name: {"version": str(getattr(function, "version", "1")), "code": code_digest(function)}
        for name, function in filters().items()
    }


@pytest.mark.skipif(PYTHON != "3.11", reason="the code of versions.json is written as Python 3.11 writes it")
def test_a_filter_whose_code_changed_has_a_new_version_or_was_looked_at():
    lock, now = recorded(), found()
    changed = [
        name
        for name in now
        if name in lock
        and now[name]["code"] != lock[name]["code"]
        and now[name]["version"] == lock[name]["version"]
    ]
    assert changed == [], "raise their versions, or record that every outcome stays: see the docstring"
    assert now == lock, "record them: python -m tests.filters.test_versions"


def test_there_are_filters_to_hold():
    assert {"page_empty", "caption_refuses", "image_blurred", "text_repeated"} <= set(filters())


if __name__ == "__main__":
    LOCK.write_text(json.dumps(found(), indent=1, sort_keys=True) + "\n")
