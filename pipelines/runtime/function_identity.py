"""What decides the outcome of a filter, as plain JSON: name, version, parameters, and the constants it reads.

Word lists, patterns and limits are constants of a filter's module. They are found through the code itself:
every global name that the function reads, and that the functions it calls read, as far as these are of the
same package. So a changed word list is another filter, whether or not somebody thought of its version. What
the code does with them is told by the version alone; tests/filters/test_versions.py holds it to the code.
"""

import hashlib
import inspect
import json
import re
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any

from vlcorpus.schemas.errors import StageBug


def describe_function(function: Callable, describe: Callable[[Any], Any], **bound: Any) -> dict[str, Any]:
    """Return the identity of a module-level function whose keywords `bound` are given.

    `describe` turns a value into JSON. Raises StageBug for a function without a stable name.
    """
    plain = inspect.unwrap(function)
    if not isinstance(plain, FunctionType) or "<" in plain.__qualname__:
        raise StageBug(
            f"{function!r}: a parameter must be a module-level function, a lambda has no stable name"
        )
    defaults = {
        name: parameter.default
        for name, parameter in inspect.signature(plain).parameters.items()
        if parameter.default is not inspect.Parameter.empty
    }
    constants = {name: describe(value) for name, value in sorted(constants_of(plain).items())}
    digest = hashlib.sha256(json.dumps(constants, sort_keys=True).encode()).hexdigest()[:16]
    return {
        "function": plain.__name__,
        "version": str(getattr(function, "version", "1")),
        **{name: describe(value) for name, value in (defaults | bound).items()},
        **({"constants": digest} if constants else {}),
    }


def constants_of(function: FunctionType) -> dict[str, Any]:
    """Return the constants that decide what the function answers, by `module.name`."""
    found: dict[str, Any] = {}
    for reader in reached_from(function):
        for name in _globals_read(reader):
            value = reader.__globals__[name]
            if not isinstance(value, type | ModuleType) and not callable(value):
                found[f"{reader.__module__.rpartition('.')[2]}.{name}"] = _plain(value)
    return found


def reached_from(function: FunctionType) -> list[FunctionType]:
    """Return the function and those of its package that it calls, directly or not."""
    reached, pending = {function.__code__: function}, [function]
    while pending:
        reader = pending.pop()
        for name in _globals_read(reader):
            value = inspect.unwrap(reader.__globals__[name])
            if (
                isinstance(value, FunctionType)
                and value.__code__ not in reached
                and _package(value.__module__) == _package(function.__module__)
            ):
                reached[value.__code__] = value
                pending.append(value)
    return sorted(reached.values(), key=lambda one: (one.__module__, one.__qualname__))


def _globals_read(reader: FunctionType) -> list[str]:
    return sorted({name for name in _names(reader.__code__) if name in reader.__globals__})


def _plain(value: Any) -> Any:
    """Return patterns, also inside of containers, as what they are made of."""
    if isinstance(value, re.Pattern):
        return [value.pattern, value.flags]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _names(code: CodeType) -> Iterator[str]:
    """Yield the names that the code reads, those of the functions inside it too."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def _package(module: str) -> str:
    return module.partition(".")[0]
