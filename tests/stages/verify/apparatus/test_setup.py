import pytest

from tests.stages.verify.apparatus.scenes import DISTILLATION, FILTRATION
from vlcorpus.stages.verify.apparatus.setup import read_setup
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

SETUP = read_setup(DISTILLATION)


def test_parts_by_letters_and_kinds():
    assert SETUP.labelled("A").kind == "condenser"
    assert len(SETUP.of_kind("clamp")) == 2
    assert SETUP.flow_of("vapour").through == (0, 2, 3, 4)


def test_what_is_missing_and_wrong():
    assert read_setup(FILTRATION).missing == ["glass rod"]
    assert SETUP.missing == []
    assert SETUP.wrong_states == ["enters at the upper end"]


@pytest.mark.parametrize(
    "ask", [lambda: SETUP.labelled("E"), lambda: SETUP.of_kind("cork"), lambda: SETUP.flow_of("gas")]
)
def test_what_is_not_there(ask):
    with pytest.raises(Unknown):
        ask()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"purpose": "cooking"}, "nobody sets up"),
        ({"parts": [{"kind": "cork", "at": ["0", "0"]}], "labels": {}, "flow": None}, "no part"),
        ({"labels": {"a": 0}}, "no letter"),
        ({"labels": {"A": 0, "B": 0}}, "two labels"),
        ({"labels": {"A": 7}}, "no such part"),
        ({"flow": {"what": "gas", "through": [0, 9]}}, "no such part"),
        ({"flow": {"what": "gas", "through": [0, 1, 0]}}, "comes to a part twice"),
        ({"flow": {"what": "smoke", "through": [0, 1]}}, "something else moves"),
        ({"states": {"cooling water": "is at the side arm"}}, "none of STATES"),
        ({"poles": {"left": "+", "right": "+"}}, r"poles are \+ and -"),
        ({"collects": "in a bag"}, "collected otherwise"),
    ],
)
def test_what_cannot_be(change, fault):
    with pytest.raises(Contradiction, match=fault):
        read_setup(DISTILLATION | change)
