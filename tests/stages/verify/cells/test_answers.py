import pytest

from tests.stages.verify.cells.drawings import BACTERIUM, PLANT
from vlcorpus.stages.verify.cells import answers
from vlcorpus.stages.verify.cells.cell import read_cell
from vlcorpus.stages.verify.oracle import Unknown

CELL, GERM = read_cell(PLANT), read_cell(BACTERIUM)


def test_parts_by_their_letters():
    assert answers.kind(CELL, "cell") == "plant"
    assert answers.part(CELL, "A") == "nucleus"
    assert answers.function(GERM, "B") == "moves the cell"
    assert answers.same(CELL, "B", "C") == "yes"
    assert answers.same(CELL, "A", "C") == "no"


def test_letters_by_their_parts():
    assert answers.label(CELL, "cell wall") == "D"
    assert answers.doing(CELL, "holds the chromosomes") == "A"
    assert answers.label(GERM, "plasmid") == "C"  # one of two has a letter


def test_what_is_drawn_is_counted():
    assert [answers.count(CELL, kind) for kind in ("chloroplast", "plasmid", "labels")] == ["2", "0", "4"]
    assert answers.has(CELL, "vacuole") == "yes"
    assert answers.has(CELL, "Golgi apparatus") == "no"
    assert answers.more(CELL, "nucleus", "chloroplast") == "chloroplast"
    assert answers.more(GERM, "plasmid", "flagellum") == "plasmid"


@pytest.mark.parametrize(
    ("letter", "where", "value"),
    [("A", "animal", "yes"), ("A", "bacterium", "no"), ("B", "animal", "no"), ("D", "bacterium", "yes")],
)
def test_where_textbooks_find_parts(letter, where, value):
    assert answers.found_in(CELL, letter, where) == value


def test_places():
    assert answers.end(CELL, "B") == (70, 20)
    assert answers.only(CELL, "vacuole") == (55, 50)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: answers.kind(CELL, "nucleus"),
        lambda: answers.label(CELL, "chloroplast"),  # two letters
        lambda: answers.label(CELL, "vacuole"),  # no letter
        lambda: answers.label(CELL, "chlorophyll"),
        lambda: answers.doing(CELL, "makes sugar by photosynthesis"),  # two letters
        lambda: answers.doing(CELL, "sleeps"),
        lambda: answers.count(CELL, "cell wall"),
        lambda: answers.has(GERM, "cytoplasm"),
        lambda: answers.found_in(GERM, "B", "animal"),  # nobody says which animal cells have flagella
        lambda: answers.found_in(CELL, "A", "fungus"),
        lambda: answers.more(CELL, "nucleus", "vacuole"),  # as many
        lambda: answers.more(CELL, "cell wall", "nucleus"),
        lambda: answers.same(CELL, "A", "A"),
        lambda: answers.only(CELL, "chloroplast"),
        lambda: answers.only(CELL, "capsule"),
    ],
)
def test_what_people_would_answer_differently_or_not_at_all(ask):
    with pytest.raises(Unknown):
        ask()
