import pytest

from tests.stages.verify.food_webs.foods import CHAIN, WEB
from vlcorpus.stages.verify.food_webs.web import read_web
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


@pytest.mark.parametrize(
    "wrong",
    [
        WEB | {"links": [["grass", "cow"]]},
        WEB | {"links": [["grass", "bug"], ["grass", "bug"]]},
        WEB | {"links": [["grass", "bug"], ["bug", "bird"], ["bird", "grass"]]},
        CHAIN | {"links": [["grass", "bug"], ["grass", "bird"]]},
        CHAIN | {"links": [["grass", "bug"]]},
    ],
    ids=["an unknown species", "an arrow twice", "a circle", "a fork", "a gap"],
)
def test_what_no_web_can_be_is_a_contradiction(wrong):
    with pytest.raises(Contradiction):
        read_web(wrong)


def test_levels_go_by_what_is_eaten():
    web = read_web(WEB)
    assert [web.level(name) for name in ("grass", "bug", "fox")] == [1, 2, 3]
    with pytest.raises(Unknown):
        web.level("bird")


def test_arrows_are_followed():
    web = read_web(WEB)
    assert web.reached_from("rabbit") == {"fox", "hawk"}
    assert web.chains_from("tree") == 2
    assert web.longest_from("grass") == 4
