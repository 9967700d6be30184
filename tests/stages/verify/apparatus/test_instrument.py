from fractions import Fraction

import pytest

from tests.stages.verify.apparatus import scenes
from vlcorpus.stages.verify.apparatus.instrument import read_instrument
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


@pytest.mark.parametrize(
    ("told", "reading"),
    [
        (scenes.CYLINDER, "23.5"),
        (scenes.AMMETER, "1.4"),
        (scenes.RULER, "4.8"),
        (scenes.PROTRACTOR, "55"),
        (scenes.MANOMETER, "8"),
        (scenes.CALIPER, "23.7"),
        (scenes.MICROMETER, "5.78"),
        (scenes.BALANCE, "234.5"),
        (scenes.STOPWATCH, "127"),
    ],
    ids=lambda told: told["kind"] if isinstance(told, dict) else told,
)
def test_readings(told, reading):
    assert read_instrument(told).reading == Fraction(reading)


def test_what_it_measures():
    cylinder = read_instrument(scenes.CYLINDER)
    assert (cylinder.quantity, cylinder.unit) == ("volume", "millilitre")


def test_the_scale_that_is_used():
    scale = read_instrument(scenes.AMMETER).scale
    assert (scale.high, scale.gap, scale.n_divisions) == (3, 1, 30)
    assert scale.has_line_at(Fraction("2.9"))
    assert not scale.has_line_at(Fraction("2.95"))
    assert not scale.has_line_at(Fraction("3.1"))
    assert read_instrument(scenes.CALIPER).scale is None


def test_one_number_has_no_neighbour():
    one = scenes.CYLINDER["scale"] | {"written": ["50"]}
    with pytest.raises(Unknown):
        read_instrument(scenes.CYLINDER | {"scale": one}).scale.gap  # noqa: B018


def scaled(**change):
    return scenes.CYLINDER | {"scale": scenes.CYLINDER["scale"] | change}


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        (scenes.CYLINDER | {"kind": "cup"}, "no instrument"),
        (scenes.CYLINDER | {"reading": "23.7"}, "between two lines"),
        (scenes.CYLINDER | {"reading": "60"}, "between two lines"),
        (scaled(division="3"), "low to high"),
        (scaled(division="0"), "0 apart"),
        (scaled(low="60"), "low to high"),
        (scaled(written=["0", "10.2"]), "no line"),
        (scaled(written=["0", "10", "30"]), "ascend evenly"),
        (scaled(written=["10", "0"]), "ascend evenly"),
        ({"kind": "thermometer", "reading": "20"}, "no scale"),
        (scenes.AMMETER | {"kind": "thermometer"}, "more scales"),
        (scenes.CYLINDER | {"object": ["1", "2"]}, "a reading"),
        (scenes.RULER | {"object": ["7.1", "2.3"]}, "right to left"),
        (scenes.PROTRACTOR | {"arms": ["75", "20"]}, "right to left"),
        (scenes.RULER | {"object": ["2.35", "7"]}, "between two lines"),
        (scenes.CALIPER | {"vernier": "10"}, "out of its range"),
        (scenes.MICROMETER | {"sleeve": "5.2"}, "out of its range"),
        (scenes.BALANCE | {"riders": {"hundreds": "250", "tens": "0", "units": "0"}}, "out of its range"),
        (scenes.STOPWATCH | {"seconds": "60"}, "out of its range"),
    ],
)
def test_what_cannot_be(told, fault):
    with pytest.raises(Contradiction, match=fault):
        read_instrument(told)
