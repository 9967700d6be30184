from tests.stages.stem.functions.plots import plot
from vlcorpus.stages.stem.functions.places import places


def test_places_of_graphs():
    found = dict(places(plot(("quadratic", 1, 0, -4), ("linear", 1, -2))))
    assert found["vertex", "f"] == (0, -4)
    assert found["zero", "f", "2"] == (2, 0)
    assert found["graph_at", "f", "1"] == (1, -3)
    assert found["y_intercept", "g"] == (0, -2)
    assert found["crossing", "f", "g", "1"] == (-1, -3)


def test_corners_asymptotes_points_and_vectors_are_places():
    found = dict(places(plot(("segments", -2, 0, 0, 3, 2, 1), ("reciprocal", 1, 1, -2))))
    assert found["highest", "f"] == (0, 3)
    assert found["center", "g"] == (1, -2)
    found = dict(places(plot(points={"A": (1, 1), "B": (3, 2)}, vectors=[((0, 0), 2, -3)])))
    assert found["halfway", "A", "B"] == (2, 1.5)
    assert found["tip", "u"] == (2, -3)


def test_spots_are_where_grid_lines_cross():
    for expression, (x, y) in places(plot(unit=5)):
        assert expression == ("spot", str(x), str(y))
        assert y % 5 == 0
