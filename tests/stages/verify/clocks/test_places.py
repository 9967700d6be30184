import pytest

from tests.stages.verify.clocks.clocks import ALL, analog
from vlcorpus.stages.verify.clocks.oracle import ClockOracle
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("changes", "expression", "place"),
    [
        ({}, ("tip", "minute", "clock"), (100, 200 + 800)),  # up
        ({}, ("tip", "hour", "clock"), (100 + 500, 200)),  # to the right
        ({"mirrored": True}, ("tip", "hour", "clock"), (100 - 500, 200)),
        ({"turned_deg": 90}, ("tip", "hour", "clock"), (100, 200 - 500)),
        ({"turned_deg": 90, "mirrored": True}, ("tip", "hour", "clock"), (100, 200 + 500)),
        ({}, ("numeral", "6", "clock"), (100, 200 - 900)),
        ({"written": ALL[:11]}, ("gap", "clock"), (100, 200 + 900)),
        ({}, ("pivot", "clock"), (100, 200)),
        ({}, ("label", "clock"), (100, 200)),
    ],
)
def test_places(changes, expression, place):
    oracle = ClockOracle({"clocks": {"clock": analog(3, 0, **changes)}})
    assert oracle.where(expression) == pytest.approx(place, abs=1e-9)


@pytest.mark.parametrize(
    "expression", [("tip", "second", "clock"), ("numeral", "13", "clock"), ("gap", "clock")]
)
def test_what_is_not_there_is_nowhere(expression):
    with pytest.raises(Unknown):
        ClockOracle({"clocks": {"clock": analog(3, 0)}}).where(expression)
