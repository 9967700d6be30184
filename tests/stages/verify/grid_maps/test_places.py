import pytest

from tests.stages.verify.grid_maps.maps import TRUTH
from vlcorpus.stages.verify.grid_maps.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("expression", "point"),
    [
        (("place", "school"), (150, 150)),
        (("halfway", "school", "bank"), (300, 150)),
        (("corner", "A1", "B1", "A2", "B2"), (100, 100)),
        (("start",), (50, 50)),
        (("nearest", "school"), (150, 50)),
        (("arrive", "school", "1 north"), (250, 150)),
    ],
)
def test_places(expression, point):
    assert ORACLE(TRUTH).where(expression) == point


def test_a_place_in_a_region_is_the_middle_of_one_of_its_squares():
    assert ORACLE(TRUTH).where(("region", "lake")) in {(50, 350), (150, 350)}


@pytest.mark.parametrize(
    "expression",
    [("corner", "A1", "B1", "A3", "B2"), ("halfway", "school", "mill"), ("region", "sea"), ("square", "inn")],
)
def test_what_is_no_place(expression):
    with pytest.raises(Unknown):
        ORACLE(TRUTH).where(expression)
