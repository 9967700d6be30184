"""The potentials of all nodes of a network of resistors, by Kirchhoff's law of currents.

Conductances are fractions, or arrays of floats: then they are those of many circuits at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Number = Any  # a Fraction, or an array


def potentials(
    loads: Mapping[str, tuple[str, str]], conductances: Mapping[str, Number], fixed: Mapping[str, Number]
) -> dict[str, Number]:
    """Return the potential of each node that loads connect with a node whose potential is fixed.

    At every other node the currents, sums of conductances times differences of potentials, are 0 in total.
    """
    free = _connected(loads, fixed)
    place = {node: k for k, node in enumerate(free)}
    rows: list[list[Number]] = [[0] * (len(free) + 1) for _ in free]  # the last of each: what is known
    for name, ends in loads.items():
        for here, there in (ends, ends[::-1]):
            if here in place and here != there:
                row, conductance = rows[place[here]], conductances[name]
                row[place[here]] = row[place[here]] + conductance
                if there in place:
                    row[place[there]] = row[place[there]] - conductance
                else:
                    row[-1] = row[-1] + conductance * fixed[there]
    return {**fixed, **dict(zip(free, _solved(rows), strict=True))}


def _solved(rows: list[list[Number]]) -> list[Number]:
    """Eliminate without a choice of pivots: conductances are above 0, so no pivot is 0."""
    n = len(rows)
    for k in range(n):
        for row in rows[k + 1 :]:
            times = row[k] / rows[k][k]
            for column in range(k + 1, n + 1):
                row[column] = row[column] - times * rows[k][column]
    found: list[Number] = [0] * n
    for k in reversed(range(n)):
        rest = rows[k][-1]
        for column in range(k + 1, n):
            rest = rest - rows[k][column] * found[column]
        found[k] = rest / rows[k][k]
    return found


def _connected(loads: Mapping[str, tuple[str, str]], fixed: Mapping[str, Number]) -> list[str]:
    """Return the nodes without a fixed potential to which a way of loads leads from one that has one."""
    found = dict.fromkeys(fixed)
    while more := [
        there
        for ends in loads.values()
        for here, there in (ends, ends[::-1])
        if here in found and there not in found
    ]:
        found |= dict.fromkeys(more)
    return [node for node in found if node not in fixed]
