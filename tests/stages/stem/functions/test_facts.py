from tests.stages.stem.functions.plots import plot, said
from vlcorpus.stages.stem.functions.facts import graph_claims, near_numbers, near_pairs


def claims(*graph, **how):
    return said(graph_claims(plot(graph, **how), "f"))


def test_values_are_told_where_grid_lines_cross():
    found = claims("quadratic", "1/2", 0, -2)
    assert found["at", "f", "2"] == "0"
    assert ("at", "f", "1") not in found
    assert ("at", "f", "6") not in found


def test_a_solution_is_told_where_it_is_the_only_one():
    assert claims("linear", 2, 1)["solution", "f", "3"] == "1"
    assert not any(expression[0] == "solution" for expression in claims("quadratic", 1, 0, -2))
    assert not any(expression[0] == "solution" for expression in claims("linear", 0, 2))


def test_zeros_are_told_where_all_are_on_the_grid():
    assert claims("quadratic", 1, 1, -4)["zeros", "f"] == "-1, 3"
    assert ("zeros", "f") not in claims("quadratic", 1, 0, -3)
    assert ("zeros", "f") not in claims("cubic", "1/4", 0, 2, 8)


def test_a_parabola_has_its_parts():
    found = claims("quadratic", -1, 2, 3, unit=2)
    assert found["vertex", "f"] == "(2, 6)"
    assert found["opens", "f"] == "downwards"
    assert found["maximum", "f"] == "6"
    assert ("minimum", "f") not in found


def test_monotony_is_told_between_turns_and_across_them():
    found = claims("quadratic", 1, 1, -3)
    assert found["decreasing", "f", "-5", "0"] == "yes"
    assert found["increasing", "f", "2", "5"] == "yes"
    assert found["increasing", "f", "-5", "5"] == found["decreasing", "f", "-5", "5"] == "no"


def test_nothing_is_told_across_a_pole():
    assert not any(expression[2:] == ("-5", "5") for expression in claims("reciprocal", 1, 0, 0))


def test_signs_are_told_between_zeros():
    found = claims("quadratic", 1, 0, -4)
    assert found["sign", "f", "-2", "2"] == "negative"
    assert found["sign", "f", "2", "6"] == "positive"


def test_levels_are_counted_away_from_turning_points():
    found = claims("quadratic", "1/2", 0, -2)
    assert found["solution_count", "f", "-1"] == "2"
    assert ("solution_count", "f", "-2") not in found
    assert claims("sine", 2, 4, 0, 0)["solution_count", "f", "1"] == "6"


def test_a_line_passes_quadrants():
    found = claims("linear", 1, 2)
    assert [found["passes", "f", quadrant] for quadrant in "1234"] == ["yes", "yes", "yes", "no"]


def test_wrong_values_differ_from_the_right_one_and_each_other():
    for rivals, value in (
        (near_numbers(0), "0"),
        (near_pairs((0, 0), 1), "(0, 0)"),
        (near_pairs((2, 2), 1), "(2, 2)"),
    ):
        assert value not in rivals
        assert len(set(rivals)) == len(rivals) >= 3
