"""Values that are wrong, and could be right."""

from collections.abc import Iterable


def around(n: int, least: int = 0) -> tuple[str, ...]:
    """Return integers near another, none below `least`."""
    return tuple(str(k) for k in (n - 3, n - 2, n - 1, n + 1, n + 2, n + 3) if k >= least)


def but(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
