from fractions import Fraction

from tests.stages.stem.kinematics.plots import joined, plot


def test_units_follow_from_those_of_time_and_length():
    made = plot(A=joined("velocity", (0, 1), (2, 3)))
    assert [made.unit(quantity) for quantity in ("position", "velocity", "acceleration")] == [
        "m",
        "m/s",
        "m/s²",
    ]
    assert made.time(Fraction(5, 2)) == "2.5 s"
    assert made.span(Fraction(2), Fraction(5)) == "2-5 s"
    assert made.value("acceleration", Fraction(-3)) == "-3 m/s²"
