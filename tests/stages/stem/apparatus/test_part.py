from vlcorpus.schemas.scenes.path import polyline
from vlcorpus.stages.stem.apparatus.part import Part, Setup, box_of, line, rectangle, sheet


def test_a_box_holds_the_points():
    assert box_of(polyline([(1, 5), (4, 2)])) == (1, 2, 4, 5)


def test_boxes_inside_others_are_left_out():
    part = Part.of(
        "beaker", (0.4, 1.6), sheet(*rectangle(0, 0, 9, 9)), line((1, 1), (2, 2)), line((8, 8), (12, 8))
    )
    assert set(part.boxes) == {(0, 0, 9, 9), (8, 8, 12, 8)}
    assert part.at == (0, 2)


def test_what_moves_passes_parts_in_the_order_in_which_they_are_added():
    setup = Setup("making a gas")
    flask, stopper, tube = (
        Part.of(kind, (0, 0), line((0, 0), (1, 1))) for kind in ("flask", "stopper", "tube")
    )
    setup.lead_through(flask)
    setup.add(stopper)
    setup.lead_through(tube)
    assert [setup.parts[index].kind for index in setup.flow] == ["flask", "tube"]
