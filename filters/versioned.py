"""The version of a filter: part of the fingerprint of every table that the filter decided on."""

from collections.abc import Callable
from typing import TypeVar

Filter = TypeVar("Filter", bound=Callable)


def versioned(version: int) -> Callable[[Filter], Filter]:
    """Mark a filter that decides otherwise than it did; one without a mark has version 1.

    Changed constants, defaults and thresholds need none: they are in the fingerprint by themselves.
    """

    def mark(function: Filter) -> Filter:
        setattr(function, "version", str(version))  # noqa: B010  a type checker knows no attributes of functions
        return function

    return mark
