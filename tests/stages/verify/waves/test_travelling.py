import pytest

from tests.stages.verify.waves.pictures import RECORD, SNAPSHOT, UNKNOWN, say


@pytest.mark.parametrize(
    ("truth", "expression", "value"),
    [
        (SNAPSHOT, ("amplitude", "W1"), "3"),
        (SNAPSHOT, ("wavelength", "W1"), "4"),
        (SNAPSHOT, ("period", "W1"), "2"),
        (SNAPSHOT, ("frequency", "W1"), "1/2"),
        (SNAPSHOT, ("period", "W2"), UNKNOWN),
        (SNAPSHOT, ("speed", "W1"), "2"),
        (SNAPSHOT, ("direction", "W1"), "right"),
        (SNAPSHOT, ("direction", "W2"), UNKNOWN),
        (SNAPSHOT, ("color", "W1"), "red"),
        (SNAPSHOT, ("color", "W2"), UNKNOWN),
        (SNAPSHOT, ("displacement", "W1", "2"), "3"),
        (SNAPSHOT, ("displacement", "W1", "8"), "-3"),
        (SNAPSHOT, ("displacement", "W1", "9"), "0"),
        (SNAPSHOT, ("displacement", "W1", "3/2"), UNKNOWN),
        (SNAPSHOT, ("displacement", "W1", "13"), UNKNOWN),
        (SNAPSHOT, ("larger_amplitude", "W2", "W1"), "W1"),
        (SNAPSHOT, ("larger_amplitude", "W2", "W3"), UNKNOWN),
        (SNAPSHOT, ("longer", "W2", "W3"), "W3"),
        (SNAPSHOT, ("phase", "W1", "W2"), "opposite"),
        (SNAPSHOT, ("phase", "W1", "W3"), UNKNOWN),
        (SNAPSHOT, ("phase", "W1", "W1"), UNKNOWN),
        (SNAPSHOT, ("crests", "W1"), "3"),
        (SNAPSHOT, ("troughs", "W1"), "2"),  # those at the ends of the axis do not count
        (SNAPSHOT, ("state", "P"), "crest"),
        (SNAPSHOT, ("state", "R"), "trough"),
        (SNAPSHOT, ("state", "S"), "equilibrium"),
        (SNAPSHOT, ("state", "T"), UNKNOWN),
        (SNAPSHOT, ("moving", "P"), "at rest"),
        (SNAPSHOT, ("moving", "S"), "down"),  # the trough behind it comes
        (SNAPSHOT, ("moving", "T"), "down"),
        (SNAPSHOT, ("moving", "U"), UNKNOWN),
        (SNAPSHOT, ("alike", "P", "Q"), "yes"),
        (SNAPSHOT, ("alike", "P", "R"), "no"),
        (SNAPSHOT, ("opposite", "P", "R"), "yes"),
        (SNAPSHOT, ("opposite", "P", "U"), UNKNOWN),
        (SNAPSHOT, ("distance", "P", "S"), "3/4"),
        (SNAPSHOT, ("nodes", "W1"), UNKNOWN),
        (RECORD, ("period", "W1"), "1/2"),
        (RECORD, ("frequency", "W1"), "2"),
        (RECORD, ("wavelength", "W1"), UNKNOWN),
        (RECORD, ("higher_frequency", "W1", "W2"), "W1"),
        (RECORD, ("longer", "W1", "W2"), "W2"),
        (RECORD, ("moving", "P"), "up"),
        (RECORD, ("moving", "Q"), "down"),
        (RECORD, ("alike", "P", "Q"), UNKNOWN),
        (RECORD, ("count", "waves"), "2"),
        (RECORD, ("count", "crests"), UNKNOWN),
    ],
)
def test_waves_and_their_particles(truth, expression, value):
    assert say(truth, *expression) == value


def test_a_wave_to_the_left_moves_its_particles_the_other_way():
    wave = SNAPSHOT["waves"]["W1"] | {"direction": "left"}
    assert say(SNAPSHOT | {"waves": SNAPSHOT["waves"] | {"W1": wave}}, "moving", "S") == "up"
