from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.additions import ADDITIONS
from vlcorpus.stages.stem.plane_geometry.bases import BASES
from vlcorpus.stages.stem.plane_geometry.compose import compose
from vlcorpus.stages.stem.plane_geometry.facts import claims
from vlcorpus.stages.stem.plane_geometry.figure import Figure

# What holds after a construction, of an operation, more often than before.
RELATIONS = {
    "midpoint": ("midpoint",),
    "median": ("midpoint",),
    "altitude": ("perpendicular",),
    "midline": ("parallel", "midpoint"),
    "parallel_to_side": ("parallel",),
    "centroid": ("meet", "midpoint"),
    "both_diagonals": ("meet",),
    "side_midpoints_joined": ("midpoint", "parallel"),
    "drawn_incircle": ("touches",),
    "drawn_circumcircle": ("inscribed",),
    "chord": ("role",),
    "radius": ("role",),
    "diameter": ("role",),
    "tangent": ("role",),
    "intersection": ("meet",),
    "perpendicular_from_point": ("perpendicular",),
    "parallel_through_corner": ("parallel",),
    "reflected_corner": ("equal",),
    "triangle_on_side": ("equal", "perpendicular"),
    "marked_angle": ("arcs",),
    "point_on_side": ("on",),
    "cevian": ("on",),
}


def grown(name, n=1500):
    """Yield figures before and after one construction."""
    found = 0
    for seed in range(n):
        random = Random(seed)
        figure = Figure.empty(random)
        try:
            BASES[random.choice(list(BASES))](figure)
            for before in random.sample(list(ADDITIONS), random.randint(0, 3)):
                ADDITIONS[before](figure)
            after = figure.copy()
            ADDITIONS[name](after)
        except Unfit:
            continue
        found += 1
        yield figure, after
        if found == 12:
            return


def holding(figure, operation):
    return sum(claim.operation == operation and claim.value != "no" for claim in claims(figure))


@pytest.mark.parametrize("name", ADDITIONS)
def test_a_construction_adds_and_changes_nothing_that_was_there(name):
    pairs = list(grown(name))
    assert pairs
    for before, after in pairs:
        assert after.points.items() >= before.points.items()
        assert after.polygons[: len(before.polygons)] == before.polygons
        assert len(set(after.points.values())) == len(after.points)
        added = (after.points, after.drawn, after.circles, after.arcs, after.ticks, after.right_marks)
        had = (before.points, before.drawn, before.circles, before.arcs, before.ticks, before.right_marks)
        assert added != had


@pytest.mark.parametrize("name", RELATIONS)
def test_what_it_is_named_for_holds_afterwards(name):
    told = 0
    for before, after in grown(name):
        try:
            counts = [(holding(before, what), holding(after, what)) for what in RELATIONS[name]]
        except Unfit:
            continue
        told += 1
        assert all(new > old for old, new in counts), (before.steps, counts)
    assert told > 3


def test_equal_marks_mean_equal_sizes():
    n = 0
    for seed in range(400):
        try:
            figure = compose(Random(seed))
        except Unfit:
            continue
        lengths = {}
        for (a, b), count in figure.ticks:
            along = figure.points[b] - figure.points[a]
            assert lengths.setdefault(count, along.dot(along)) == along.dot(along)
            n += 1
    assert n > 50
