from collections import Counter
from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.grid_maps.compose import compose
from vlcorpus.stages.stem.grid_maps.grid import steps_between


def composed(n):
    found = []
    for seed in range(n):
        try:
            found.append(compose(Random(seed)))
        except Unfit:
            continue
    return found


def test_every_construction_comes():
    maps = composed(200)
    assert Counter(step for grid in maps for step in grid.steps).keys() == {
        "plain_map",
        "map_with_regions",
        "map_with_roads",
        "map_with_route",
        "squares_by_letters",
        "squares_by_numbers",
        "rows_downwards",
        "compass",
        "turned_compass",
        "scale",
    }
    assert len(maps) > 170


def test_regions_hang_together_and_share_no_square():
    for grid in composed(100):
        squares = [square for region in grid.regions.values() for square in region]
        assert len(set(squares)) == len(squares)
        for region in grid.regions.values():
            reached, pending = {region[0]}, [region[0]]
            while pending:
                at = pending.pop()
                onward = {s for s in region if steps_between(at, s) == 1} - reached
                reached |= onward
                pending += onward
            assert reached == set(region)


def test_ways_never_come_beside_where_they_were():
    for grid in composed(150):
        for way in (*grid.roads, grid.route):
            assert len(set(way)) == len(way)
            assert all(steps_between(p, q) == 1 for p, q in pairwise(way))
            assert all(steps_between(p, q) > 1 for k, p in enumerate(way) for q in way[k + 2 :])
        for one, other in pairwise(grid.roads):
            assert min(steps_between(p, q) for p in one for q in other) > 1


def test_no_square_has_two_landmarks():
    assert all(len(set(grid.landmarks.values())) == len(grid.landmarks) for grid in composed(60))
