import pytest

from vlcorpus.stages.verify.optics.layers import OPERATIONS, PLACES, read_layers
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


def layers(*media, sine="3/5", written=True):
    return read_layers({"media": [list(medium) for medium in media], "sine": sine, "written": written})


DOWN = layers(("A", "1"), ("B", "3/2"), ("C", "5/4"))
BACK = layers(("A", "3/2"), ("B", "1"), sine="4/5", written=False)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("bends", "A", "B"), "toward"),
        (("bends", "B", "C"), "away"),
        (("denser", "A", "B"), "B"),
        (("faster", "A", "B"), "A"),
        (("densest",), "B"),
        (("thinnest",), "A"),
        (("total_reflection",), "no"),
        (("angle_larger", "A", "C"), "A"),
        (("count", "media"), "3"),
        (("count", "passed"), "3"),
        (("sine", "B"), "2/5"),
        (("index", "B"), "3/2"),
        (("last_medium",), "C"),
    ],
)
def test_values(expression, value):
    operation, *arguments = expression
    assert OPERATIONS[operation](DOWN, *arguments) == value


def test_total_reflection():
    assert OPERATIONS["total_reflection"](BACK) == "yes"
    assert OPERATIONS["reflected_at"](BACK) == "AB"
    assert OPERATIONS["count"](BACK, "passed") == "1"
    assert OPERATIONS["last_medium"](BACK) == "A"
    for expression in (("bends", "A", "B"), ("sine", "B"), ("index", "A")):
        with pytest.raises(Unknown):
            OPERATIONS[expression[0]](BACK, *expression[1:])


def test_places():
    assert PLACES["border_hit"](DOWN, "A", "B") == pytest.approx((1.5, -2))
    x, y = PLACES["end"](DOWN)
    assert y == -6
    assert x == pytest.approx(1.5 + 2 * 0.4 / 0.84**0.5 + 2 * 0.48 / (1 - 0.48**2) ** 0.5)
    assert PLACES["lowest"](BACK) == pytest.approx((8 / 3, -2))
    assert PLACES["end"](BACK) == pytest.approx((16 / 3, 0))
    with pytest.raises(Unknown):
        PLACES["lowest"](DOWN)
    with pytest.raises(Unknown):
        PLACES["border_hit"](DOWN, "A", "C")


@pytest.mark.parametrize(
    ("media", "sine"),
    [
        ([("A", "3/2"), ("B", "1")], "2/3"),
        ([("A", "1/2"), ("B", "1")], "1/2"),
        ([("A", "1"), ("B", "2")], "1"),
    ],
)
def test_what_cannot_be_contradicts(media, sine):
    with pytest.raises(Contradiction):
        layers(*media, sine=sine)
