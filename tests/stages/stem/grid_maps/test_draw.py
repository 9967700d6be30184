from random import Random

from tests.stages.stem.grid_maps.maps import grid
from vlcorpus.schemas.scenes.scene import Role
from vlcorpus.stages.stem.grid_maps.draw import middle, room, things


def drawn(made):
    return {thing.name: thing for thing in things(made, Random(0))}


def box(shape):
    xs, ys = zip(*shape.path.points(), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def test_symbols_stand_in_their_squares_and_are_explained():
    found = drawn(grid())
    for name, square in grid().landmarks.items():
        (shape,) = found[f"landmark {name}"].shapes
        left, low, right, high = box(shape)
        assert left > square[0] * 100
        assert right < square[0] * 100 + 100
        assert low > square[1] * 100
        assert high < square[1] * 100 + 100
        entry = found[f"entry {name}"]
        assert entry.tags[0].text == name
        assert entry.shapes[0].role == shape.role
        assert len(entry.shapes[0].path.commands) == len(shape.path.commands)


def test_names_of_columns_and_rows_stand_outside():
    found = drawn(grid())
    assert found["column C"].tags[0].at == (250, -34)
    assert found["row 2"].tags[0].at == (-34, 150)


def test_regions_roads_and_the_route():
    made = grid(
        regions={"lake": [(0, 0), (0, 1)]},
        region_colors={"lake": "blue"},
        roads=[[(3, 0), (4, 0)]],
        route=[(0, 3), (1, 3), (1, 2)],
    )
    found = drawn(made)
    assert box(found["region lake"].shapes[0]) == (0, 0, 100, 200)
    assert found["region lake"].shapes[0].hue == found["entry lake"].shapes[0].hue == "blue"
    assert box(found["road 1"].shapes[0]) == (337, 37, 463, 63)
    line, tip = found["route"].shapes
    assert next(iter(tip.path.points())) == middle((1, 2))
    assert line.role == Role.LINE


def test_the_compass_and_the_scale():
    found = drawn(grid(north="left", scale=(2, 100, "m")))
    (tip_x, _tip_y), *_ = found["compass"].shapes[1].path.points()
    left, _, right, _ = box(found["compass"].shapes[0])
    assert tip_x < left < right
    assert found["compass"].tags[0].at[0] < tip_x
    left, _, right, _ = box(found["scale"].shapes[0])
    assert right - left == 200
    text = found["scale"].tags[0]
    assert text.text == "100 m"
    assert text.at[0] + text.room[0] / 2 <= room(grid(scale=(2, 100, "m")))[0][0]
    assert "scale" not in drawn(grid())
    assert room(grid()) == ()
