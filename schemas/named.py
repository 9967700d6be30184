"""Find what a name in a table, a registry or a request stands for."""

from importlib import import_module
from typing import Any


def find_named(path: str) -> Any:
    """Return what `module:name` names. Raises ImportError, AttributeError, ValueError where there is none."""
    module, name = path.split(":")
    return getattr(import_module(module), name)
