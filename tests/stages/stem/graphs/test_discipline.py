from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.graphs.discipline import compose_scene


def scenes(n):
    found = []
    for seed in range(n):
        try:
            found.append(compose_scene(Random(f"graphs {seed}")))
        except Unfit:
            continue
    return found


def test_places_lie_where_the_truth_says():
    kinds = set()
    for scene in scenes(80):
        nodes = {name: tuple(map(int, place)) for name, place in scene.truth["nodes"].items()}
        values = {claim.expression: claim.value for claim in scene.claims}
        for expression, place in scene.places.items():
            match expression:
                case ("node", name):
                    assert place.at == nodes[name]
                case ("halfway", a, b):
                    assert place.at == pytest.approx(
                        [(p + q) / 2 for p, q in zip(nodes[a], nodes[b], strict=True)]
                    )
                case ("crossing", *ends):
                    for a, b in (ends[:2], ends[2:]):
                        (px, py), (qx, qy) = nodes[a], nodes[b]
                        x, y = place.at
                        assert (qx - px) * (y - py) == pytest.approx((qy - py) * (x - px), abs=1e-6)
                case _:
                    assert place.at == nodes[values[expression]]
            kinds.add(expression[0])
    assert {"node", "halfway", "crossing", "root", "parent", "source", "common_neighbor"} <= kinds
