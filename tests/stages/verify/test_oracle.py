import pytest

from tests.stages.verify.plane_geometry.figures import truth
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.verify.oracle import Contradiction, Unknown, check, open_oracle

TRIANGLE = truth("A 0 0, B 4 0, C 0 3, D 2 0", polygons="ABC")


@pytest.mark.parametrize(
    ("value", "holds"), [("right", True), ("isosceles", False), ("", False), ("right isosceles", False)]
)
def test_a_claim_holds_if_its_value_is_the_scenes(value, holds):
    claim = Claim(("kind", "ABC"), value, things=("A", "B", "C"))
    assert check(claim, open_oracle("plane_geometry", TRIANGLE)) is holds


@pytest.mark.parametrize(
    "expression",
    [("kind", "ABE"), ("parallel", "AD", "DB"), ("on", "A", "AB"), ("area", "ABC"), ("kind",), "ABC"],
)
def test_a_claim_on_what_has_no_value_does_not_hold(expression):
    oracle = open_oracle("plane_geometry", TRIANGLE)
    assert not any(
        check(Claim(expression, value, ()), oracle) for value in ("yes", "no", "?", "ABC", "right")
    )


def test_a_discipline_without_an_oracle_is_refused_by_name():
    with pytest.raises(ValueError, match="no oracle of 'astrology', only of apparatus, blind_spots, "):
        open_oracle("astrology", {})


def test_a_scene_that_cannot_be_is_refused():
    with pytest.raises(Contradiction, match="A has no coordinates"):
        open_oracle("plane_geometry", {"segments": [["A", "B"]]})


@pytest.mark.parametrize("discipline", DISCIPLINES)
@pytest.mark.parametrize("truth", [{}, {"unheard": "of"}])
def test_what_is_no_scene_is_a_contradiction_or_says_nothing(discipline, truth):
    try:
        oracle = open_oracle(discipline, truth)
    except Contradiction:
        return
    with pytest.raises(Unknown):
        oracle.value(("unheard", "of"))
