from tests.stages.stem.number_lines.lines import line
from vlcorpus.stages.stem.number_lines.places import places


def test_places_have_a_number_and_a_level():
    made = line(points={"A": 1, "B": -4}, intervals=["[-2, 3)"], jumps=[(0, 5)])
    made.add_blank(made.labels[0])
    found = dict(places(made))
    assert found["point", "A"] == (1, 0)
    assert found["opposite", "A"] == (-1, 0)
    assert found["halfway", "A", "B"] == (-1.5, 0)
    assert found["end", "S", "right"] == (3, 1)
    assert found["middle", "S"] == (0.5, 1)
    assert found["blank", "p"] == (-6, 0)
    assert found["landing", "1"] == (5, 0)


def test_spots_are_ticks_that_nothing_names():
    made = line(points={"A": 1})
    spots = [number for expression, (number, _) in places(made) if expression[0] == "spot"]
    assert len(set(spots)) == 3
    assert not set(spots) & {*made.labels, 1}
