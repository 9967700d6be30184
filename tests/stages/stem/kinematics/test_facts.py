from tests.stages.stem.kinematics.plots import joined, piece, plot, said
from vlcorpus.stages.stem.kinematics.facts import claims, grid_times
from vlcorpus.stages.stem.kinematics.motion import Motion


def test_a_walk():
    found = said(claims(plot(A=joined("position", (0, 0), (2, 4), (5, 4), (6, 0), color="red"))))
    assert found["quantity", "graph"] == "position"
    assert found["position", "A", "1 s"] == "2 m"
    assert found["velocity", "A", "1 s"] == "2 m/s"
    assert ("velocity", "A", "2 s") not in found
    assert found["displacement", "A", "0 s", "6 s"] == "0 m"
    assert found["distance", "A", "0 s", "6 s"] == "8 m"
    assert found["average_speed", "A", "0 s", "2 s"] == "2 m/s"
    assert found["motion", "A", "2 s", "5 s"] == "at rest"
    assert found["direction", "A", "5 s", "6 s"] == "backward"
    assert found["rest_time", "A"] == "3 s"
    assert found["fastest_span", "A"] == "5-6 s"
    assert found["returns", "A"] == "yes"
    assert found["color", "A"] == "red"
    assert ("turning_time", "A") not in found
    assert ("reaches", "A", "4 m") not in found


def test_a_velocity():
    found = said(claims(plot(A=joined("velocity", (0, 0), (4, 8), (6, 0)))))
    assert found["acceleration", "A", "1 s"] == "2 m/s²"
    assert found["displacement", "A", "0 s", "6 s"] == "24 m"
    assert found["velocity_change", "A", "4 s", "6 s"] == "-8 m/s"
    assert found["motion", "A", "0 s", "4 s"] == "speeding up"
    assert found["motion", "A", "4 s", "6 s"] == "slowing down"
    assert found["steepest_span", "A"] == "4-6 s"
    assert found["reaches", "A", "8 m/s"] == "4 s"
    assert not any(expression[0] == "position" for expression in found)


def test_a_body_turns_where_its_velocity_goes_through_0():
    found = said(claims(plot(A=joined("velocity", (0, 4), (4, -4)))))
    assert found["turning_time", "A"] == "2 s"
    assert found["motion", "A", "0 s", "2 s"] == "slowing down"
    assert found["direction", "A", "2 s", "4 s"] == "backward"


def test_an_acceleration_tells_no_ways():
    found = said(claims(plot(A=Motion("acceleration", (piece(0, 2, 1), piece(2, 4, 3))))))
    assert found["acceleration", "A", "1 s"] == "1 m/s²"
    assert ("acceleration", "A", "2 s") not in found
    assert not any(expression[0] in ("distance", "motion", "velocity") for expression in found)


def test_values_are_read_where_they_are_near_grid_lines():
    made = plot(A=joined("position", (0, 0), (4, 1)))
    assert grid_times(made, made.bodies["A"]) == [0, 2, 4]


def test_what_is_asked_for_has_a_value_that_can_be_written():
    found = said(claims(plot(A=joined("position", (0, 0), (3, 1)))))
    assert ("velocity", "A", "0 s") not in found
    assert found["displacement", "A", "0 s", "3 s"] == "1 m"
