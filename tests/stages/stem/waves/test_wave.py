from fractions import Fraction

import pytest

from vlcorpus.stages.stem.axes.frame import Axis
from vlcorpus.stages.stem.waves.wave import StandingWave, Wave

WAVE = Wave(Fraction(3), Fraction(4), Fraction(1), speed=Fraction(2))
AXIS = Axis(Fraction(0), Fraction(9), Fraction(1))


def test_a_wave_at_its_quarters():
    assert [WAVE.exactly(Fraction(x)) for x in range(6)] == [-3, 0, 3, 0, -3, 0]
    assert WAVE.exactly(Fraction(1, 2)) is None
    assert WAVE.near(2.0) == pytest.approx(3.0)
    assert WAVE.period == 2


def test_crests_and_zeros_strictly_inside():
    assert list(WAVE.at_quarters(AXIS, 1)) == [2, 6]
    assert list(WAVE.at_quarters(AXIS, 0, 2)) == [1, 3, 5, 7]
    assert list(WAVE.at_quarters(AXIS, 3)) == [4, 8]


@pytest.mark.parametrize(
    ("string", "nodes", "antinodes", "wavelength"),
    [
        (StandingWave(Fraction(6), 2, "fixed", "fixed"), [0, 6], [3], 12),
        (StandingWave(Fraction(6), 4, "free", "free"), [Fraction(3, 2), Fraction(9, 2)], [0, 3, 6], 6),
        (StandingWave(Fraction(3), 3, "fixed", "free"), [0, 2], [1, 3], 4),
    ],
)
def test_strings(string, nodes, antinodes, wavelength):
    assert string.places("node") == nodes
    assert string.places("antinode") == antinodes
    assert string.wavelength == wavelength
    assert all(abs(string.swing(float(x))) < 1e-9 for x in nodes)
    assert all(abs(string.swing(float(x))) == pytest.approx(1) for x in antinodes)
