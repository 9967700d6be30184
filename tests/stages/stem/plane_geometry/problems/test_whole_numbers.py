from random import Random

from vlcorpus.stages.stem.plane_geometry.exact import distance_squared, xy
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Sketch
from vlcorpus.stages.stem.plane_geometry.problems.whole_numbers import drawn_polygon, put, triple


def test_triples_are_sides_of_right_triangles():
    random = Random(2)
    for _ in range(50):
        a, b, c = triple(random)
        assert a * a + b * b == c * c
        assert c <= 25


def test_figures_are_turned_without_a_change_of_size():
    for seed in range(20):
        sketch = Sketch.empty(Random(seed))
        sketch.begin("points")
        names = put(sketch, [xy(0, 0), xy(3, 0), xy(0, 7)])
        a, b, c = (sketch.places[name].xy for name in names)
        assert (distance_squared(a, b), distance_squared(a, c)) == (9, 49)


def test_a_polygon_is_drawn_around():
    sketch = Sketch.empty(Random(1))
    assert len(drawn_polygon(sketch, [xy(0, 0), xy(3, 0), xy(3, 3), xy(0, 3)])) == 4
    assert len(sketch.lines) == 4
