from fractions import Fraction
from random import Random

from tests.stages.stem.mechanics.parts import drawn, parts
from vlcorpus.stages.stem.mechanics.hanging import hanging
from vlcorpus.stages.stem.mechanics.part import Names, tag_beside, wrong


def test_names_are_given_once():
    names = Names.drawn(Random(1))
    letters = [names.block() for _ in range(18)]
    assert len(set(letters)) == 18
    assert not set(letters) & set("IFSTW")
    assert [names.numbered("T"), names.numbered("S"), names.numbered("T")] == ["T1", "S1", "T2"]


def test_a_part_is_moved_with_its_places():
    part = parts(hanging)[0]
    moved = part.moved(Fraction(5), Fraction(1, 2))
    left, low, right, high = part.box()
    assert moved.box() == (left + 5, low + 0.5, right + 5, high + 0.5)
    name = part.blocks[0]
    assert moved.at[name] == (part.at[name][0] + 5, part.at[name][1] + Fraction(1, 2))
    tag, before = (drawn(one)[f"block {name}"].tags[0] for one in (moved, part))
    assert tag.at == (before.at[0] + 5, before.at[1] + 0.5)


def test_wrong_numbers_are_texts_of_other_numbers():
    assert wrong(Fraction(1, 2), 1, Fraction(2, 4), -1, 1, 3) == ("1", "3")


def test_a_tag_stands_on_its_side():
    assert tag_beside("5 kg", (1, 2), "right").away_from == (0, 2)
    assert tag_beside("5 kg", (1, 2), "below").away_from == (1, 3)
