"""What can be pointed at in a graph: nodes by their names or by what they are, edges, crossings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.schemas.scenes.scene import ExactPoint
from vlcorpus.stages.stem.graphs.graph import Ends, Graph

NODE_VALUED = frozenset(
    (
        "common_neighbor", "highest_degree", "source", "sink", "root", "parent", "left_child", "right_child",
        "common_ancestor",
    )
)  # fmt: skip


def places(graph: Graph, claims: Iterable[Claim]) -> dict[Expression, ExactPoint]:
    """Return named places, and those that a claim whose value is a node describes."""
    found: dict[Expression, ExactPoint] = {}
    for name, (x, y) in graph.places.items():
        found["node", name] = exact(x, y)
    for a, b in graph.edges:
        (px, py), (qx, qy) = graph.places[a], graph.places[b]
        found["halfway", a, b] = exact(Fraction(px + qx, 2), Fraction(py + qy, 2))
    for one, other in crossings(graph):
        found["crossing", *one, *other] = exact(*_meet(graph, one, other))
    for claim in claims:
        if claim.operation in NODE_VALUED:
            found[claim.expression] = exact(*graph.places[claim.value])
    return found


def crossings(graph: Graph) -> Iterator[tuple[Ends, Ends]]:
    """Yield the pairs of edges that cross: by the signs of areas, which are integers."""
    for one, other in combinations(graph.edges, 2):
        p, q, r, s = (graph.places[name] for name in (*one, *other))
        if _turn(p, q, r) * _turn(p, q, s) < 0 and _turn(r, s, p) * _turn(r, s, q) < 0:
            yield one, other


def exact(x: int | Fraction, y: int | Fraction) -> ExactPoint:
    return ExactPoint((str(x), str(y)), (float(x), float(y)))


def _turn(p: tuple[int, int], q: tuple[int, int], r: tuple[int, int]) -> int:
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


def _meet(graph: Graph, one: Ends, other: Ends) -> tuple[Fraction, Fraction]:
    p, q, r, s = (graph.places[name] for name in (*one, *other))
    before, after = _turn(r, s, p), _turn(r, s, q)
    part = Fraction(before, before - after)
    return p[0] + part * (q[0] - p[0]), p[1] + part * (q[1] - p[1])
