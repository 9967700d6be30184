from tests.stages.stem.kinematics.plots import joined, piece, plot
from vlcorpus.stages.stem.kinematics.draw import room, things
from vlcorpus.stages.stem.kinematics.motion import Motion


def drawn(made):
    return {thing.name: thing for thing in things(made)}


def test_a_graph_goes_through_its_joints_and_has_its_letter():
    made = plot(A=joined("position", (0, 0), (2, 4), (5, 4)))
    found = drawn(made)["graph A"]
    (shape,) = found.shapes
    assert list(shape.path.points()) == [made.frame.at(*joint) for joint in ((0, 0), (2, 4), (5, 4))]
    assert [tag.text for tag in found.tags] == ["A"]


def test_a_graph_is_broken_where_it_jumps():
    made = plot(A=Motion("acceleration", (piece(0, 2, 1), piece(2, 4, 3))))
    assert len(drawn(made)["graph A"].shapes) == 2
    assert "zero line" in drawn(made)


def test_a_parabola_is_smooth():
    made = plot(A=Motion("position", (piece(0, 4, 0, 4, -1),)))
    assert len(list(drawn(made)["graph A"].shapes[0].path.points())) > 20


def test_there_is_room_for_texts_around_the_frame():
    made = plot(A=joined("position", (0, 0), (2, 4)))
    (left, low), (right, high) = room(made)
    assert left < 0 > low
    assert right > made.frame.width
    assert high > made.frame.height
