from tests.stages.stem.number_lines.lines import line
from vlcorpus.schemas.scenes.scene import Dot
from vlcorpus.stages.stem.number_lines.draw import LEVEL, WIDTH, place, room, things


def drawn(made):
    return {thing.name: thing for thing in things(made)}


def test_numbers_lie_evenly_on_the_line():
    made = line(low=-2, high=4)
    assert place(made, -2) == (0, 0)
    assert place(made, 1, 2) == (WIDTH / 2, 2 * LEVEL)


def test_labels_stand_below_and_letters_in_their_place():
    made = line(points={"A": 1})
    made.add_blank(made.labels[1])
    found = drawn(made)
    assert len(found["line"].tags) == len(made.labels)
    assert [tag.text for tag in found["blank p"].tags] == ["p"]
    assert {tag.side for tag in (*found["line"].tags, *found["blank p"].tags)} == {(0, -1)}
    assert found["point A"].tags[0].side == (0, 1)


def test_open_ends_are_hollow_and_missing_ones_have_no_dot():
    dots = [
        shape for shape in drawn(line(intervals=["[-2, 3)"]))["interval S"].shapes if isinstance(shape, Dot)
    ]
    assert [dot.is_hollow for dot in dots] == [False, True]
    dots = [
        shape for shape in drawn(line(intervals=["(-∞, 3]"]))["interval S"].shapes if isinstance(shape, Dot)
    ]
    assert [dot.is_hollow for dot in dots] == [False]


def test_an_arrow_leads_from_the_start_of_a_jump_to_its_end():
    curve, head = drawn(line(jumps=[(3, -1)]))["jump 1"].shapes
    start, tip = place(line(), 3), place(line(), -1)
    assert next(curve.path.points())[0] == start[0]
    assert next(head.path.points()) == tip


def test_there_is_room_above_the_highest_interval():
    low, high = room(line(intervals=["[0, 2]"]))
    assert low[1] < 0
    assert high[1] > LEVEL
