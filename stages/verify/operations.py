"""Evaluate expressions by a table, which has for each operation a function of the scene and its arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from inspect import signature
from typing import Any, TypeVar

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.oracle import Unknown

Result = TypeVar("Result")


def evaluate(
    operations: Mapping[str, Callable[..., Result]],
    scene: Any,
    expression: Expression,
    value: Callable[[Expression], str],
) -> Result:
    """Return what the operation's function says. An argument that is an expression has its value first.

    Raises Unknown for what is no operation, and for more or fewer arguments than its function takes.
    """
    if isinstance(expression, str) or not expression or not isinstance(expression[0], str):
        raise Unknown(f"{expression!r} is no operation")
    operation, *arguments = expression
    if operation not in operations:
        raise Unknown(f"there is no operation {operation!r}")
    function = operations[str(operation)]
    if len(arguments) != n_arguments(function):
        raise Unknown(f"{operation} takes {n_arguments(function)} arguments, not {len(arguments)}")
    return function(scene, *(name if isinstance(name, str) else value(name) for name in arguments))


@lru_cache
def n_arguments(function: Callable[..., Any]) -> int:
    """Return how many arguments an operation takes: the scene is none of them."""
    return len(signature(function).parameters) - 1
