from vlcorpus.schemas.stem.elements import BY_SYMBOL
from vlcorpus.stages.stem.periodic_table.claims import claims
from vlcorpus.stages.stem.periodic_table.picture import Cell, Picture


def test_elements_are_named_by_letters_and_what_is_blank_is_not_spoken_of():
    cells = [Cell(BY_SYMBOL["F"], (), letter="A"), Cell(BY_SYMBOL["Cl"], ("symbol",)), Cell(BY_SYMBOL["Br"])]
    told = {claim.expression: claim for claim in claims(Picture("table", ["one group"], cells=cells))}
    assert told["element", "A"].value == "F"
    assert told["number", "A"].value == "9"
    assert told["larger_atom", "A", "Cl"].value == told["larger_atom", "Cl", "A"].value == "Cl"
    assert told["electronegative", "Cl", "A"].value == "A"
    assert told["same_group", "A", "Cl"].value == "yes"
    assert told["group", "Cl"].things == ("cell 17",)
    assert ("element", "Cl") not in told
    assert not any("Br" in expression[1:] for expression in told)
