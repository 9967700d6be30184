from vlcorpus.schemas.stem.elements import BY_SYMBOL
from vlcorpus.stages.stem.periodic_table.draw_table import middle, table_things
from vlcorpus.stages.stem.periodic_table.picture import Cell, Picture


def test_cells_stand_where_the_table_has_them_with_what_they_show():
    cells = [Cell(BY_SYMBOL["C"], ("number", "symbol"), color="red"), Cell(BY_SYMBOL["Si"], (), letter="A")]
    picture = Picture("table", ["fragment"], cells=cells, has_headers=True, legend={"nonmetal": "red"})
    made = {thing.name: [tag.text for tag in thing.tags] for thing in table_things(picture)}
    assert middle(cells[0]) == (1400, -200)
    assert made["cell 6"] == ["6", "C"]
    assert made["cell 14"] == ["A"]
    assert made["group 14"] == ["14"]
    assert made["period 2"] == ["2"]
    assert made["legend nonmetal"] == ["nonmetal"]
