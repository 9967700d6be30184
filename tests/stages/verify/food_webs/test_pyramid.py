import pytest

from tests.stages.verify.food_webs.foods import PYRAMID
from vlcorpus.stages.verify.food_webs.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("energy", "rabbit"), "1000"),
        (("above", "grass"), "rabbit"),
        (("below", "fox"), "rabbit"),
        (("top",), "fox"),
        (("bottom",), "grass"),
        (("position", "fox"), "3"),
        (("passed", "grass", "rabbit"), "25/2"),
        (("lost", "rabbit", "fox"), "900"),
        (("count", "levels"), "3"),
    ],
)
def test_values(expression, value):
    assert ORACLE(PYRAMID).value(expression) == value


@pytest.mark.parametrize(
    "expression",
    [("above", "fox"), ("passed", "grass", "fox"), ("count", "species"), ("eats", "fox", "rabbit")],
)
def test_what_people_would_not_answer(expression):
    with pytest.raises(Unknown):
        ORACLE(PYRAMID).value(expression)


@pytest.mark.parametrize(
    "wrong",
    [{"levels": []}, {"levels": [["grass", "0"]]}, {"steps": {}}],
    ids=["empty", "no energy", "not drawn"],
)
def test_what_no_pyramid_can_be_is_a_contradiction(wrong):
    with pytest.raises(Contradiction):
        ORACLE(PYRAMID | wrong)
