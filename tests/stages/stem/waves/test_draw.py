from tests.stages.stem.waves.test_compose import pictures
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.waves.draw import WIDTH, frame_of, room, string_place, things


def drawings(n):
    """Yield pictures, each with its things, but those in which a name finds no place."""
    for picture in pictures(n):
        try:
            yield picture, things(picture)
        except Unfit:
            continue


def test_the_name_of_a_wave_stands_beside_no_point():
    for picture, drawn in drawings(80):
        places = [thing.tags[0].at for thing in drawn if thing.kind == "point"]
        names = [thing.tags[0].at for thing in drawn if thing.kind == "wave" and thing.tags]
        assert all(abs(name[0] - place[0]) > 0.1 for name in names for place in places), picture


def test_names_are_unique_and_all_is_inside_the_room():
    for picture, drawn in drawings(80):
        assert len({thing.name for thing in drawn}) == len(drawn)
        (left, low), (right, high) = room(picture)
        for thing in drawn:
            if thing.kind == "wave":
                points = [point for shape in thing.shapes for point in shape.path.points()]
                assert all(left <= x <= right and low <= y <= high for x, y in points)


def test_several_waves_are_told_apart_by_a_legend():
    for picture, drawn in drawings(120):
        legends = [thing for thing in drawn if thing.kind == "legend"]
        several = len(picture.waves) > 1
        assert [len(legends), len({wave.color for wave in picture.waves.values()})] == (
            [2, 2] if several else [0, len(picture.waves)]
        )


def test_numbers_stand_at_ticks_and_ends_of_strings_at_the_ends():
    for picture in pictures(60):
        if picture.picture != "string":
            assert all(number % picture.x.step == 0 for number, _ in frame_of(picture).x.labels)
        for string in picture.strings.values():
            assert string_place(string, 0, string.length, 0.0) == (WIDTH, 0.0)
