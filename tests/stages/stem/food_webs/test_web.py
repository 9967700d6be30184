from tests.stages.stem.food_webs.webs import meadow, pyramid


def test_who_eats_whom():
    web = meadow()
    assert web.prey["fox"] == ["vole", "rabbit"]
    assert web.predators["grass"] == ["vole", "rabbit"]
    assert web.producers == ["grass", "clover"]
    assert web.top_predators == ["owl", "fox"]


def test_the_truth_is_what_the_contract_describes():
    truth = meadow().truth()
    assert truth["species"]["fox"] == ["400", "400"]
    assert ["vole", "owl"] in truth["links"]
    assert (truth["levels"], truth["unit"], truth["steps"]) == ([], "", {})
    assert pyramid().truth() == {
        "kind": "pyramid",
        "species": {},
        "links": [],
        "levels": [["grass", "20000"], ["vole", "2500"], ["owl", "250"]],
        "unit": "kJ",
        "steps": {"grass": ["0", "0"], "vole": ["0", "110"], "owl": ["0", "220"]},
    }
