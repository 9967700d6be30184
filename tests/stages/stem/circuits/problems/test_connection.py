import pytest

from vlcorpus.stages.stem.circuits.problems.connection import connected, group, named

PAIR = ("parallel", "R2", "R3")
ROW = ("series", "R4", PAIR)


@pytest.mark.parametrize(
    ("connection", "en", "zh"),
    [
        (("series", "R1", "R2"), "R1 is connected in series with R2", "R1与R2串联"),
        (
            ("parallel", "R1", "L1", "R2"),
            "R1, lamp L1 and R2 are connected in parallel",
            "R1、灯泡L1、R2并联",
        ),
        (
            ("series", PAIR, "R1"),
            "R1 is connected in series with the parallel combination of R2 and R3",
            "R2与R3并联后，再与R1串联",
        ),
        (
            ("parallel", ROW, "R1"),
            "R1 is connected in parallel with the series combination of R4 and the parallel combination of R2"
            " and R3",
            "R2与R3并联后，再与R4串联，最后与R1并联",
        ),
        (
            ("series", PAIR, ("parallel", "R1", "R4")),
            "the parallel combination of R2 and R3 is connected in series with the parallel combination of R1"
            " and R4",
            "R2与R3并联，R1与R4并联，这两部分再串联",
        ),
    ],
)
def test_a_connection_is_told_without_doubt(connection, en, zh):
    assert connected(connection, "en") == en
    assert connected(connection, "zh") == zh


def test_a_group_is_called_by_how_it_is_connected():
    assert group(("series", "R1", PAIR), ("R2", "R3"), "en") == "the parallel combination of R2 and R3"
    assert group(("series", "R1", PAIR), ("R2", "R3"), "zh") == "R2、R3并联部分"
    assert group(("parallel", ROW, "R1"), ("R2", "R3", "R4"), "zh") == "R2、R3、R4组成的部分"
    with pytest.raises(ValueError, match="no group"):
        group(("series", "R1", PAIR), ("R1", "R2"), "en")


@pytest.mark.parametrize(
    ("name", "en", "zh"),
    [("E", "the whole circuit", "整个电路"), ("A1", "ammeter A1", "电流表A1"), ("R1", "R1", "R1")],
)
def test_components_have_names(name, en, zh):
    assert (named(name, "en"), named(name, "zh")) == (en, zh)
