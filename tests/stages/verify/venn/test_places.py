import pytest

from tests.stages.verify.venn.diagrams import diagram, nested
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.venn import places


def test_regions_are_where_their_points_are():
    assert places.only(diagram(), "B") == (20, -2)
    assert places.only_both(diagram(), "C", "A") == (50, -5)
    assert places.all_sets(diagram()) == (70, -7)
    assert places.outside(diagram()) == (0, 0)


def test_an_element_is_at_its_spot_and_in_its_region():
    assert places.element(diagram(), "5") == (5, 0)
    assert places.region_of(diagram(), "5") == (40, -4)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: places.only(nested(), "A"),
        lambda: places.only_both(nested(), "A", "B"),
        lambda: places.all_but(diagram(), "A"),
        lambda: places.outside(nested()),
        lambda: places.element(diagram(), "99"),
    ],
)
def test_places_that_are_not_there(ask):
    with pytest.raises(Unknown):
        ask()
