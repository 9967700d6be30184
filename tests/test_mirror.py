"""Tests stand where their module is: `a/b/c.py` is tested by `tests/a/b/test_c.py`."""

import ast
from pathlib import Path

import pytest

from tests.test_imports import MODULES, ROOT, name

# Modules that are private to a neighbour, and the test that tests them through it. The list only shrinks.
TESTED_BY: dict[str, str] = {}


def has_code(path: Path) -> bool:
    """Say whether a module does anything: constants and rows without a method do not."""
    tree = ast.parse(path.read_text("utf-8"))
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(tree))


def mirror(module: str) -> str:
    folder, _, file = module.rpartition("/")
    return f"tests/{folder}/test_{file}"


WITH_CODE = [name(path) for path in MODULES if path.stem != "__init__" and has_code(path)]


@pytest.mark.parametrize("module", WITH_CODE)
def test_a_module_has_a_test_of_its_name(module):
    assert (ROOT / TESTED_BY.get(module, mirror(module))).is_file()
