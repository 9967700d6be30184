from tests.stages.stem.pedigrees.families import person, three_generations


def test_people_are_named_by_generation_and_number():
    made = three_generations()
    assert [p.name for p in made.people] == ["I-1", "I-2", "II-1", "II-2", "II-3", "II-4", "III-1", "III-2"]
    assert [couple.name for couple in made.couples_of["II-3"]] == ["II-2 II-3"]
    assert made.couples_of["II-1"] == []


def test_the_truth_is_what_the_contract_describes():
    made = three_generations(proband=None)
    made.twins.append((person(made, "III-1"), person(made, "III-2"), False))
    made.proband = person(made, "III-1")
    truth = made.truth()
    assert truth["people"]["II-3"] == {
        "sex": "female",
        "affected": True,
        "carrier": False,
        "deceased": False,
        "at": [str(person(made, "II-3").x), "-240"],
    }
    assert truth["couples"][1] == {
        "parents": ["II-2", "II-3"],
        "children": ["III-1", "III-2"],
        "related": False,
    }
    assert truth["twins"] == [{"pair": ["III-1", "III-2"], "identical": False}]
    assert (truth["proband"], truth["shows_carriers"]) == ("III-1", False)
