from tests.stages.generate.saying import legs, voice


def test_a_voice_speaks_its_language(tmp_path):
    assert voice(tmp_path, lang="zh").say("asks", legs()) == "the dog有几条腿？"
    assert voice(tmp_path).say("asks", legs()) == "How many legs has the dog?"
    assert voice(tmp_path).word(("legs", "x"), "2*sqrt(3)") == "2√3"
    assert voice(tmp_path).refer(("box", "dot", "big one")) == "the big one"
    assert voice(tmp_path).refer(("box", "line", "big one")) is None


def test_a_voice_knows_what_it_can_say(tmp_path):
    assert voice(tmp_path).has("asks", ("side", "AB"))
    assert not voice(tmp_path).has("states", ("side", "AB"))
    assert voice(tmp_path).has("labels", ("count", "dots"))
    assert not voice(tmp_path).has("labels", ("count", "lines"))


def test_each_kind_has_its_turn(tmp_path):
    kinds = ["a"] * 5 + ["b"] * 2 + ["c"]
    order = voice(tmp_path).in_turns(kinds)
    assert sorted(order) == list(range(8))
    assert {kinds[index] for index in order[:3]} == {"a", "b", "c"}
    assert {kinds[index] for index in order[3:5]} == {"a", "b"}
