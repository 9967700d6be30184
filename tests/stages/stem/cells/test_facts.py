"""A cell of which a person knows what holds."""

from random import Random

from vlcorpus.schemas.stem.cells import CELLS
from vlcorpus.stages.stem.cells.cell import Cell, Part
from vlcorpus.stages.stem.cells.facts import claims

KINDS = ("cell wall", "cell membrane", "nucleus", "chloroplast", "chloroplast", "vacuole")


def said():
    parts = [Part(kind, (n, 0), 0.0 if "cell" in kind else 10.0) for n, kind in enumerate(KINDS)]
    cell = Cell(Random(0), "plant", (500.0, 400.0), 6.0, parts, {"A": 2, "B": 3, "C": 4, "D": 0})
    return {claim.expression: claim for claim in claims(cell)}


def test_letters_and_what_they_label():
    told = said()
    assert told["part", "A"].value == "nucleus"
    assert told["label", "nucleus"].value == "A"
    assert ("label", "chloroplast") not in told  # two letters do
    assert (told["same", "B", "C"].value, told["same", "A", "B"].value) == ("yes", "no")


def test_functions_and_where_parts_are_found():
    told = said()
    assert told["function", "B"].value == "makes sugar by photosynthesis"
    assert told["doing", "gives a firm shape"].value == "D"
    assert [told["found_in", "B", kind].value for kind in CELLS] == ["no", "yes", "no"]


def test_what_is_drawn_and_how_often():
    told = said()
    assert (told["count", "chloroplast"].value, told["count", "mitochondrion"].value) == ("2", "0")
    assert told["more", "nucleus", "chloroplast"].value == "chloroplast"
    assert (told["has", "vacuole"].value, told["has", "lysosome"].value) == ("yes", "no")
    assert told["kind", "cell"].value == "plant"
    assert told["count", "chloroplast"].things == ("chloroplast 1", "chloroplast 2")
