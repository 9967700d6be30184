from tests.stages.stem.waves.test_compose import pictures
from vlcorpus.stages.stem.waves.draw import WIDTH, frame_of, room, string_place, things


def test_names_are_unique_and_all_is_inside_the_room():
    for picture in pictures(80):
        drawn = things(picture)
        assert len({thing.name for thing in drawn}) == len(drawn)
        (left, low), (right, high) = room(picture)
        for thing in drawn:
            if thing.kind == "wave":
                points = [point for shape in thing.shapes for point in shape.path.points()]
                assert all(left <= x <= right and low <= y <= high for x, y in points)


def test_several_waves_are_told_apart_by_a_legend():
    for picture in pictures(120):
        legends = [thing for thing in things(picture) if thing.kind == "legend"]
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
