from random import Random

import pytest
import sympy

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.discipline import compose_scene


def scenes(n):
    found = []
    for seed in range(n):
        try:
            found.append(compose_scene(Random(seed)))
        except Unfit:
            continue
    return found


def number(text):
    return float(sympy.sympify(text))


def test_names_are_unique_and_claims_show_things_that_are_there():
    for scene in scenes(60):
        names = [thing.name for thing in scene.things]
        assert len(set(names)) == len(names)
        for claim in scene.claims:
            assert set(claim.things) <= set(names), claim


def test_places_lie_where_their_expression_says():
    kinds = set()
    for scene in scenes(80):
        points = {name: tuple(map(number, place)) for name, place in scene.truth["points"].items()}
        for expression, place in scene.places.items():
            x, y = map(number, place.exact)
            assert place.at == pytest.approx((x, y))
            match expression:
                case ("point", name):
                    assert (x, y) == pytest.approx(points[name])
                case ("centroid", corners):
                    assert x == pytest.approx(sum(points[name][0] for name in corners) / 3)
                    assert y == pytest.approx(sum(points[name][1] for name in corners) / 3)
                case ("halfway", (a, b)):
                    assert x == pytest.approx((points[a][0] + points[b][0]) / 2)
                case ("crossing", (a, b), (c, d)):
                    for start, end in ((a, b), (c, d)):
                        (px, py), (qx, qy) = points[start], points[end]
                        assert (qx - px) * (y - py) == pytest.approx((qy - py) * (x - px), abs=1e-9)
                case ("middle", circle):
                    center = scene.truth["circles"][circle]["center"]
                    assert (x, y) == pytest.approx(tuple(map(number, center)))
            kinds.add(expression[0])
    assert kinds == {"point", "centroid", "halfway", "crossing", "middle"}
