import pytest

from tests.stages.verify.grid_maps.maps import BARE, TRUTH
from vlcorpus.stages.verify.grid_maps.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("square", "bank"), "E2"),
        (("landmark", "D4"), "mill"),
        (("column", "mill"), "D"),
        (("row", "mill"), "4"),
        (("direction", "school", "bank"), "north"),  # which lies on the right
        (("direction", "school", "mill"), "northwest"),
        (("direction", "school", "inn"), "east"),
        (("side", "school", "bank"), "right"),
        (("side", "school", "inn"), "below"),
        (("farther", "north", "school", "bank"), "bank"),
        (("farther", "west", "mill", "bank"), "mill"),
        (("steps", "school", "mill"), "4"),
        (("length", "school", "bank"), "75/2"),
        (("nearest", "school"), "inn"),
        (("nearest", "D3"), "mill"),
        (("one_square",), "25/2"),
        (("in_region", "C3"), "wood"),
        (("inside", "A4", "lake"), "yes"),
        (("inside", "mill", "lake"), "no"),
        (("area", "wood"), "3"),
        (("larger", "lake", "wood"), "wood"),
        (("touch", "lake", "wood"), "yes"),
        (("region_color", "lake"), "blue"),
        (("on_road", "school"), "yes"),
        (("on_road", "mill"), "no"),
        (("joined", "school", "D2"), "yes"),
        (("joined", "school", "bank"), "no"),
        (("count", "squares"), "20"),
        (("in_column", "B"), "2"),
        (("in_row", "2"), "2"),
        (("beyond", "north", "school"), "2"),
    ],
)
def test_values(expression, value):
    assert ORACLE(TRUTH).value(expression) == value


@pytest.mark.parametrize(
    "expression",
    [
        ("landmark", "A1"),
        ("direction", "inn", "mill"),
        ("side", "school", "mill"),
        ("farther", "east", "school", "bank"),
        ("farther", "up", "school", "bank"),
        ("length", "school", "mill"),
        ("in_region", "school"),
        ("touch", "lake", "lake"),
        ("square", "A1"),
        ("in_row", "9"),
        ("steps", "school", "B2"),
        ("count", "houses"),
    ],
)
def test_what_people_would_not_answer(expression):
    with pytest.raises(Unknown):
        ORACLE(TRUTH).value(expression)


@pytest.mark.parametrize(
    "expression",
    [("on_road", "school"), ("one_square",), ("direction", "school", "B1"), ("nearest", "school")],
)
def test_what_a_bare_map_does_not_tell(expression):
    with pytest.raises(Unknown):
        ORACLE(BARE).value(expression)
