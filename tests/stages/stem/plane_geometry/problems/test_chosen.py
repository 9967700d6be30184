from vlcorpus.stages.stem.plane_geometry.problems.chosen import Chosen
from vlcorpus.stages.stem.plane_geometry.problems.closure import Fact
from vlcorpus.stages.stem.plane_geometry.problems.rules import read_rules


def follows(rule, *inputs):
    return Fact("length", ("AB",), None, rule=read_rules()[rule], inputs=inputs)


def test_all_that_an_answer_rests_on_comes_once_and_before_it():
    given = Fact("length", ("AB",), None)
    first = follows("pythagoras", given)
    chosen = Chosen.of(follows("law_of_cosines", first, given, first))
    assert chosen.facts == (given, first, chosen.target)
    assert (chosen.givens, chosen.steps) == ([given], [first, chosen.target])


def test_what_only_adds_up_is_trivial():
    given = Fact("length", ("AB",), None)
    assert Chosen.of(follows("segment_addition", given)).is_trivial
    assert not Chosen.of(follows("pythagoras", follows("segment_addition", given))).is_trivial
