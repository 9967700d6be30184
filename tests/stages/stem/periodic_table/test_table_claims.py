from vlcorpus.schemas.stem.elements import BY_SYMBOL
from vlcorpus.stages.stem.periodic_table.picture import Cell, Picture
from vlcorpus.stages.stem.periodic_table.table_claims import table_claims


def test_letters_neighbours_and_counts():
    cells = [
        Cell(BY_SYMBOL["N"], ("symbol",), color="red"),
        Cell(BY_SYMBOL["O"], (), letter="A"),
        Cell(BY_SYMBOL["P"]),
        Cell(BY_SYMBOL["S"], ("number", "symbol", "mass")),
    ]
    picture = Picture("table", ["fragment"], cells=cells)
    named = {cell.name: (cell.element, (cell.thing,)) for cell in cells if cell.name}
    told = {claim.expression: claim.value for claim in table_claims(picture, named)}
    assert told["letter", "O"] == "A"
    assert told["below", "A"] == "S"
    assert told["left_of", "S"] == "P"
    assert told["mass", "S"] == "32.06"
    assert told["color", "N"] == "red"
    assert (told["count", "cells"], told["count", "blanks"], told["count", "red"]) == ("4", "1", "1")
    assert ("above", "N") not in told
