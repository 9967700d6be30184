from tests.stages.stem.plane_geometry.problems.figures import circle, right_triangle
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen, cycle, cycles


def test_what_lies_on_lines_and_inside_angles_is_found():
    seen = Seen(right_triangle())
    assert set(seen.found["between"]) == {"BDC", "CDB"}
    assert {"ABC", "ABD", "ADC"} <= set(seen.found["triangle"])
    assert "BDC" not in seen.found["triangle"]
    assert {"DBAC", "DCAB"} == set(seen.found["inside"])
    assert {"ABDC", "ACDB"} == set(seen.found["off"])


def test_triangles_are_listed_once_for_each_corner_and_once_at_all():
    seen = Seen(right_triangle())
    assert len(seen.found["triangle"]) == 18
    assert len(seen.found["corner"]) == 9
    assert sorted(seen.found["outline"]) == ["ABC", "ABD", "ACD"]


def test_one_thing_has_one_name():
    seen = Seen(right_triangle())
    assert seen.key("angle", ("ABC",)) == seen.key("angle", ("DBA",))
    assert seen.key("length", ("BD",)) == seen.key("length", ("DB",))
    assert seen.key("parallel", ("BD", "AC")) == seen.key("parallel", ("CA", "CB"))
    assert seen.key("similar", ("ABC", "DBA")) == seen.key("similar", ("ABD", "CBA"))
    assert seen.key("similar", ("ABC", "DBA")) != seen.key("similar", ("ABC", "DAB"))


def test_what_is_not_drawn_has_no_name():
    seen = Seen(circle())
    assert seen.key("length", ("OC",)) is None
    assert seen.key("angle", ("AOC",)) is None
    assert seen.key("angle", ("AOB",)) is not None


def test_sides_of_a_line():
    seen = Seen(right_triangle())
    assert seen.holds("same_side", "ADBC") is False
    assert seen.holds("opposite", "BCAD") is True
    assert seen.holds("slanted", "ABAC") is True


def test_names_of_a_polygon():
    assert cycle("CDAB") == cycle("BADC") == "ABCD"
    assert len(set(cycles("ABCD"))) == 8
