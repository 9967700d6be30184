from collections import Counter
from random import Random

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.generate.measured import Measured, answer_of, read_measured

LEGS = {value: [Claim(("legs", "it"), value)] for value in ("2", "4", "6")}


def drawn(rates, offer=LEGS, n=2000):
    random = Random(5)
    answers = Counter()
    for _ in range(n):
        claim = Measured("1", (), {"legs": rates}).draw("legs", offer, random)
        answers[claim and claim.value] += 1
    return {answer: round(count / n, 1) for answer, count in answers.items()}


def test_answers_come_by_their_rates():
    assert drawn({"2": 0.2, "4": 0.1, "6": 0.3}) == {"2": 0.2, "4": 0.1, "6": 0.3, None: 0.4}
    assert drawn({"2": 0.0, "4": 1.0}) == {"4": 0.5, "6": 0.5}
    assert drawn({}, {"4": LEGS["4"]}) == {"4": 1.0}
    assert drawn({"4": 0.0}, {"4": LEGS["4"]}) == {None: 1.0}


def test_of_other_templates_nothing_is_thinned():
    assert Measured("1", (), {"arms": {"2": 0.0}}).draw("legs", {"2": LEGS["2"]}, Random(0)) is not None


def test_one_of_the_things_that_are_asked_about_goes_by_its_position():
    assert answer_of(Claim(("longer", "AB", "CD"), "CD", rivals=("AB",))) == "#2"
    assert answer_of(Claim(("longer", "AB", "CD"), "EF", rivals=("AB",))) == "EF"
    # Three edges lie between two nodes, of which one is called 3 by chance.
    assert answer_of(Claim(("distance", "3", "5"), "3", rivals=("2", "4"))) == "3"
    assert answer_of(Claim(("distance", "3", "5"), "3")) == "3"


def test_rates_are_read(tmp_path):
    path = tmp_path / "measured.yaml"
    assert read_measured(path) == Measured()
    path = tmp_path / "others.yaml"
    path.write_text('version: "3"\nfamilies: [dogs]\nrates: {legs: {"4": 0.25}}', encoding="utf-8")
    assert read_measured(path) == Measured("3", ("dogs",), {"legs": {"4": 0.25}})
