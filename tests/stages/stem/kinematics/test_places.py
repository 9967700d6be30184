from tests.stages.stem.kinematics.plots import joined, piece, plot
from vlcorpus.stages.stem.kinematics.motion import Motion
from vlcorpus.stages.stem.kinematics.places import places


def test_places_of_one_body():
    found = dict(places(plot(A=joined("position", (0, 0), (2, 4), (5, 1)))))
    assert found["graph_at", "A", "1 s"] == (1, 2)
    assert found["begin", "A"] == (0, 0)
    assert found["end", "A"] == (5, 1)
    assert found["turning", "A"] == found["highest", "A"] == (2, 4)
    assert found["middle", "A", "0 s", "2 s"] == (1, 2)


def test_a_level_stretch_has_no_highest_point():
    found = dict(places(plot(A=joined("position", (0, 0), (2, 4), (5, 4), (6, 0)))))
    assert ("highest", "A") not in found
    assert ("turning", "A") not in found


def test_a_jump_is_no_place():
    found = dict(places(plot(A=Motion("acceleration", (piece(0, 2, 1), piece(2, 4, 3))))))
    assert ("graph_at", "A", "2 s") not in found
    assert found["end", "A"] == (4, 3)


def test_graphs_meet():
    found = dict(places(plot(A=joined("position", (0, 6), (6, 0)), B=joined("position", (0, 0), (6, 3)))))
    assert found["meeting", "A", "B"] == (4, 2)
