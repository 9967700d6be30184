import pytest

from vlcorpus.catalogs.query.quantities import human_bytes, human_duration, human_number


@pytest.mark.parametrize(
    ("value", "text"),
    [(12, "12 B"), (999, "999 B"), (12_345, "12.3 kB"), (5e9, "5.0 GB"), (2e15, "2000.0 TB")],
)
def test_bytes(value, text):
    assert human_bytes(value) == text


@pytest.mark.parametrize(("value", "text"), [(950, "950"), (1234, "1.23k"), (5_600_000, "5.6M"), (7e9, "7B")])
def test_numbers(value, text):
    assert human_number(value) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(12.4, "12s"), (59.6, "1m00s"), (250, "4m10s"), (3720, "1h02m")]
)
def test_durations(seconds, text):
    assert human_duration(seconds) == text
