"""Pictures of which a person knows what holds."""

from fractions import Fraction

import pytest

from vlcorpus.stages.stem.axes.frame import Axis
from vlcorpus.stages.stem.waves.compose import Picture
from vlcorpus.stages.stem.waves.facts import claims
from vlcorpus.stages.stem.waves.wave import StandingWave, Wave

X, Y = Axis(Fraction(0), Fraction(9), Fraction(1)), Axis(Fraction(-4), Fraction(4), Fraction(1))


def said(picture):
    return {claim.expression: claim.value for claim in claims(picture)}


def snapshot(direction, **points):
    wave = Wave(Fraction(3), Fraction(4), Fraction(0), speed=Fraction(2), direction=direction)
    marked = {name: ("W", Fraction(x)) for name, x in points.items()}
    return Picture("snapshot", X, Y, waves={"W": wave}, points=marked)


def test_a_wave_that_runs():
    told = said(snapshot("right"))
    assert told["amplitude", "W"] == "3"
    assert told["wavelength", "W"] == "4"
    assert (told["period", "W"], told["frequency", "W"]) == ("2", "1/2")
    assert (told["crests", "W"], told["troughs", "W"]) == ("2", "2")
    assert told["displacement", "W", "1"] == "3"


@pytest.mark.parametrize(
    ("direction", "moving"),
    [("right", ["down", "at rest", "up", "at rest"]), ("left", ["up", "at rest", "down", "at rest"])],
)
def test_which_way_particles_move(direction, moving):
    """A wave that runs to the right brings to a place what is to the left of it: rising slopes sink."""
    told = said(snapshot(direction, P=4, Q=5, R=6, S=7))
    assert [told["moving", name] for name in "PQRS"] == moving


def test_a_record_is_followed_to_the_right():
    wave = Wave(Fraction(3), Fraction(4), Fraction(0))
    told = said(Picture("record", X, Y, waves={"W": wave}, points={"P": ("W", Fraction(4))}))
    assert (told["period", "W"], told["moving", "P"], told["state", "P"]) == ("4", "up", "equilibrium")


def test_two_dots_of_a_snapshot():
    told = said(snapshot(None, P=1, Q=3, R=5))
    assert (told["alike", "P", "R"], told["opposite", "P", "R"]) == ("yes", "no")
    assert (told["alike", "P", "Q"], told["opposite", "P", "Q"]) == ("no", "yes")
    assert told["distance", "P", "Q"] == "1/2"
    assert ("moving", "P") not in told  # nobody knows which way the wave runs


@pytest.mark.parametrize(
    ("shift", "phase"), [(0, "in phase"), (1, "quarter"), (2, "opposite"), (3, "quarter")]
)
def test_phases(shift, phase):
    waves = {n: Wave(Fraction(2), Fraction(4), Fraction(s)) for n, s in (("W1", 0), ("W2", shift))}
    assert said(Picture("snapshot", X, Y, waves=waves))["phase", "W1", "W2"] == phase


def test_strings():
    strings = {
        "S1": StandingWave(Fraction(6), 6, "fixed", "fixed"),
        "S2": StandingWave(Fraction(3), 3, "fixed", "free"),
    }
    told = said(Picture("string", strings=strings))
    assert (told["nodes", "S1"], told["antinodes", "S1"], told["harmonic", "S1"]) == ("4", "3", "3")
    assert (told["nodes", "S2"], told["half_waves", "S2"], told["harmonic", "S2"]) == ("2", "3/2", "3")
    assert (told["string_wavelength", "S1"], told["string_wavelength", "S2"]) == ("4", "4")
    assert told["more_nodes", "S1", "S2"] == "S1"
    assert ("longer_wavelength", "S1", "S2") not in told
