from tests.stages.stem.kinematics.plots import joined, plot, said
from vlcorpus.stages.stem.kinematics.pairs import meet, pair_claims


def test_two_bodies_on_one_way():
    found = said(
        pair_claims(plot(A=joined("position", (0, 6), (6, 0)), B=joined("position", (0, 0), (6, 3))))
    )
    assert found["meet_time", "A", "B"] == "4 s"
    assert found["meet_position", "A", "B"] == "2 m"
    assert found["faster", "A", "B", "1 s"] == "A"
    assert found["ahead", "A", "B", "6 s"] == "B"
    assert found["gap", "A", "B", "0 s"] == "6 m"
    assert found["farther", "A", "B"] == "A"


def test_two_velocities():
    found = said(
        pair_claims(plot(A=joined("velocity", (0, 2), (6, 2)), B=joined("velocity", (0, 0), (6, 6))))
    )
    assert found["equal_velocity_time", "A", "B"] == "2 s"
    assert found["faster", "A", "B", "5 s"] == "B"
    assert ("meet_time", "A", "B") not in found


def test_what_never_meets_and_what_goes_alike():
    level = joined("position", (0, 2), (6, 2))
    assert meet(level, joined("position", (0, 3), (6, 4))) is None
    assert meet(level, joined("position", (0, 3), (6, 3))) is None
