from vlcorpus.stages.stem.molecules.rivals import around, but


def test_rivals_are_other_values():
    assert around(1) == ("0", "2", "3", "4")
    assert around(4, 3) == ("3", "5", "6", "7")
    assert but("b", "abc") == ("a", "c")
