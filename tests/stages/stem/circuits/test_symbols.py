import pytest

from vlcorpus.schemas.scenes.scene import Dot
from vlcorpus.schemas.stem.circuits import KINDS
from vlcorpus.stages.stem.circuits.network import Part
from vlcorpus.stages.stem.circuits.symbols import placed, symbol


def points(part, **style):
    for shape in symbol(part, is_zigzag=style.get("is_zigzag", False)):
        yield from [shape.at] if isinstance(shape, Dot) else shape.path.points()


@pytest.mark.parametrize("kind", KINDS)
def test_every_symbol_reaches_both_ends_of_its_component(kind):
    xs = [x for x, _ in points(Part("X", kind))]
    assert (min(xs), max(xs)) == (-2, 2)


def test_the_long_line_of_a_battery_is_its_second_end():
    tall = {x: y for x, y in points(Part("E", "battery")) if y > 0}
    assert tall[0.15] > tall[-0.15]


def test_states_and_directions_look_different():
    for one, other in (
        (Part("S1", "switch"), Part("S1", "switch", is_closed=False)),
        (Part("D1", "diode"), Part("D1", "diode", is_forward=False)),
    ):
        assert list(points(one)) != list(points(other))
    assert list(points(Part("R1", "resistor"), is_zigzag=True)) != list(points(Part("R1", "resistor")))


def test_a_symbol_is_turned_with_its_ends():
    dot = Dot((1, 0.5))
    assert placed(dot, (0, 0), (4, 0)).at == (3, 0.5)
    assert placed(dot, (4, 0), (0, 0)).at == (1, -0.5)
