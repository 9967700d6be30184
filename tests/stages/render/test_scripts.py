from vlcorpus.stages.render.scripts import runs


def test_indices_are_lower_and_exponents_higher_and_both_are_smaller():
    letter, index, rest = runs("C₁₂H")
    assert (letter.text, letter.size, letter.rise) == ("C", 1.0, 0.0)
    assert (index.text, rest.text) == ("12", "H")
    assert index.rise < 0
    above, symbol, charge = runs("²³Na⁺")
    assert (above.text, symbol.text, charge.text) == ("23", "Na", "+")
    assert above.rise == charge.rise > 0
    assert above.size == index.size < 1


def test_a_text_without_them_is_one_run():
    assert [run.text for run in runs("12.5 cm")] == ["12.5 cm"]
