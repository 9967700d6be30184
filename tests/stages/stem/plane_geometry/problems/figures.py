"""Small figures for tests of what is seen, measured and concluded."""

from random import Random

from vlcorpus.stages.stem.plane_geometry.problems.sketch import Sketch


def right_triangle() -> Sketch:
    """A(0,0), B(4,0), C(0,3) with the foot D of the altitude to BC."""
    sketch = Sketch(Random(1), list("ABCDEFGH"))
    sketch.begin("triangle")
    a, b, c = sketch.at(0, 0), sketch.at(4, 0), sketch.at(0, 3)
    sketch.draw(a + b + c + a)
    sketch.begin("altitude")
    sketch.draw(a + sketch.foot(a, b, c))
    return sketch


def circle() -> Sketch:
    """A circle of radius 5 around O, on which A, B, C lie at 0, 80 and 200 degrees."""
    sketch = Sketch(Random(1), list("ABCDEFGH"))
    sketch.begin("circle")
    o = sketch.at(0, 0, name="O")
    a, b, c = (sketch.polar(o, 5, way) for way in (0, 80, 200))
    sketch.circle(o, a, b, c)
    sketch.draw(a + b + c + a, o + a, o + b)
    return sketch
