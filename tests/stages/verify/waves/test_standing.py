import pytest

from tests.stages.verify.waves.pictures import STRINGS, UNKNOWN, say


@pytest.mark.parametrize(
    ("operation", "values"),
    [
        ("nodes", ["3", "2", "1"]),
        ("antinodes", ["2", "2", "2"]),
        ("half_waves", ["2", "3/2", "1"]),
        ("string_wavelength", ["6", "8", "12"]),
        ("string_length", ["6", "6", "6"]),
        ("ends", ["both fixed", "one fixed", "both free"]),
        ("harmonic", ["2", "3", "1"]),
        ("amplitude", [UNKNOWN] * 3),
    ],
)
def test_strings(operation, values):
    assert [say(STRINGS, operation, name) for name in ("S1", "S2", "S3")] == values


def test_two_strings():
    assert say(STRINGS, "more_nodes", "S3", "S1") == "S1"
    assert say(STRINGS, "longer_wavelength", "S1", "S2") == "S2"
    assert say(STRINGS, "longer_wavelength", "S1", "S1") == UNKNOWN
