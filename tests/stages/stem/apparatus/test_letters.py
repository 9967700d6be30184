from itertools import combinations
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.apparatus.gases import making_gas
from vlcorpus.stages.stem.apparatus.letters import crosses, letters
from vlcorpus.stages.stem.network.links import crossing


def lettered(n=40):
    for k in range(n):
        setup = making_gas(Random(f"letters {k}"))
        try:
            yield setup, *letters(setup, Random(k))
        except Unfit:
            continue


def test_lines_begin_at_their_parts_and_do_not_cross():
    for setup, labels, things in lettered():
        lines = [list(thing.shapes[0].path.points()) for thing in things]
        assert [line[0] for line in lines] == [setup.parts[index].at for index in labels.values()]
        assert not any(crossing(*one, *other) for one, other in combinations(lines, 2))


def test_letters_run_from_left_to_right():
    for _, _, things in lettered():
        ends = [list(thing.shapes[0].path.points())[1] for thing in things]
        assert ends == sorted(ends)


def test_a_line_meets_a_box_where_it_goes_through_it():
    box = (0.0, 0.0, 10.0, 10.0)
    assert crosses((-5, 5), (15, 5), box)
    assert crosses((5, 5), (6, 6), box)
    assert crosses((-5, -5), (1, 1), box)
    assert not crosses((-5, 5), (-1, 5), box)
    assert not crosses((-5, 8), (5, 18), box)
    assert not crosses((11, -5), (11, 15), box)
