import pytest

from tests.stages.verify.grid_maps.maps import BARE, TRUTH
from vlcorpus.stages.verify.grid_maps.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("start",), "A1"),
        (("end",), "C3"),
        (("route_steps",), "4"),
        (("route_turns",), "1"),
        (("route_length",), "50"),
        (("first_move",), "north"),  # to the right
        (("last_move",), "west"),
        (("passes", "inn"), "yes"),
        (("passes", "school"), "no"),
        (("arrive", "school", "2 north, 1 west"), "D3"),
    ],
)
def test_values(expression, value):
    assert ORACLE(TRUTH).value(expression) == value


@pytest.mark.parametrize(
    "moves", ["2 east, 1 west", "1 up", "", "1 north, 1 south, 1 north, 1 south, 1 north"]
)
def test_ways_that_nobody_goes(moves):
    with pytest.raises(Unknown):
        ORACLE(TRUTH).value(("arrive", "school", moves))


@pytest.mark.parametrize("operation", ["start", "end", "route_steps", "route_turns", "first_move"])
def test_without_a_route_nothing_is_known_of_it(operation):
    with pytest.raises(Unknown):
        ORACLE(BARE).value((operation,))
