import pytest

from tests.stages.verify.clocks.clocks import UNKNOWN, analog, say
from vlcorpus.stages.verify.clocks.oracle import ClockOracle
from vlcorpus.stages.verify.oracle import Contradiction


@pytest.mark.parametrize(
    ("changes", "value"),
    [
        ({"mirrored": True}, "3:40"),  # its numerals tell
        ({"turned_deg": 120}, "3:40"),
        ({"numerals": "none", "written": []}, "3:40"),
        ({"numerals": "none", "written": [], "turned_deg": 120}, UNKNOWN),
        ({"numerals": "none", "written": [], "turned_deg": 120, "marked": True}, "3:40"),
        ({"numerals": "none", "written": [], "mirrored": True, "marked": True}, UNKNOWN),
        ({"hands": {"hour": 600, "minute": 600}}, "3:40"),  # at 8 and a half it would be no whole hour
    ],
)
def test_a_clock_is_read_where_its_top_is_known(changes, value):
    assert say(analog(3, 40, **changes), "time", "clock") == value


@pytest.mark.parametrize(("time", "value"), [((12, 0), "12:00"), ((12, 5), UNKNOWN), ((6, 0), "6:00")])
def test_hands_of_one_length_that_could_be_swapped_tell_no_time(time, value):
    """At 12:05 one points at 1, the other almost at 12: that is 1:00 as well."""
    assert say(analog(*time, hands={"hour": 600, "minute": 600}), "time", "clock") == value


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"seconds": 43_200}, "seconds"),
        ({"seconds": 90}, "shows_seconds"),
        ({"hours": 10}, "hours"),
        ({"face": "sundial"}, "face"),
        ({"hands": {"hour": 500}}, "hands"),
        ({"alarm": 3600}, "alarm hand"),
        ({"written": [13]}, "written"),
        ({"written": []}, "numerals"),
        ({"turned_deg": 360}, "turned_deg"),
        ({"radius": None}, "no clocks"),
        ({"size": 5}, "no clocks"),
    ],
)
def test_what_cannot_be_is_refused(changes, why):
    with pytest.raises(Contradiction, match=why):
        ClockOracle({"clocks": {"clock": analog(3, 40, **changes)}})
