from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.periodic_table.tables import EXCERPTS, compose_table


def tables(n=150):
    for seed in range(n):
        try:
            yield compose_table(Random(seed))
        except Unfit:
            continue


def test_all_excerpts_come():
    assert {table.steps[0] for table in tables()} == set(EXCERPTS)


def test_each_has_letters_and_something_that_says_where_it_is():
    for table in tables():
        letters = [cell.letter for cell in table.cells if cell.letter]
        assert len(set(letters)) == len(letters) >= 2
        assert any(not cell.letter and "symbol" in cell.shows for cell in table.cells)
        assert not any({"symbol", "name"} & set(cell.shows) for cell in table.cells if cell.letter)


def test_a_legend_colours_every_cell():
    with_legend = [table for table in tables(400) if table.legend]
    assert with_legend
    for table in with_legend:
        assert all(cell.color == table.legend[cell.element.kind] for cell in table.cells)
