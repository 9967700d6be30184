import math

from vlcorpus.stages.stem.grid_maps.compose import LANDMARKS
from vlcorpus.stages.stem.grid_maps.symbols import SYMBOLS, symbol


def test_there_is_a_symbol_for_each_landmark_of_a_map_and_none_comes_twice():
    outlines = [symbol(number, (0, 0), 30) for number in range(len(SYMBOLS))]
    assert len({(shape.role, shape.path) for shape in outlines}) == len(SYMBOLS) >= 7
    assert len(set(LANDMARKS)) == len(LANDMARKS)


def test_symbols_have_their_size_and_place():
    for number in range(len(SYMBOLS)):
        far = max(math.dist((100, 50), point) for point in symbol(number, (100, 50), 30).path.points())
        assert 25 < far < 40
