from tests.stages.stem.venn.shown import with_elements
from vlcorpus.stages.stem.venn.curves import Curve
from vlcorpus.stages.stem.venn.diagram import Diagram
from vlcorpus.stages.stem.venn.places import places


def test_regions_and_elements():
    found = {expression: place.exact for expression, place in places(with_elements()).items()}
    assert found["only", "A"] == ("-100", "0")
    assert found["all",] == ("200", "0")
    assert found["outside",] == ("-400", "400")
    assert found["element", "10"] == ("-100", "-50")
    assert found["region_of", "10"] == ("-100", "0")


def test_regions_of_four_sets_are_named_by_what_they_lie_in():
    regions = {"B": (1, 1), "AC": (2, 2), "ABD": (3, 3), "ABCD": (4, 4)}
    diagram = Diagram(dict.fromkeys("ABCD", Curve((0, 0), (1, 1))), {}, regions)
    assert {expression: place.at for expression, place in places(diagram).items()} == {
        ("only", "B"): (1, 1),
        ("only_both", "A", "C"): (2, 2),
        ("all_but", "C"): (3, 3),
        ("all",): (4, 4),
    }
