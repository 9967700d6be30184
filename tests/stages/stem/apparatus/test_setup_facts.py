from vlcorpus.stages.stem.apparatus.part import Part, Setup, line
from vlcorpus.stages.stem.apparatus.setup_facts import claims, thing_names


def setup(purpose, *kinds, **told):
    parts = [Part.of(kind, (n, 0), line((n, 0), (n, 9))) for n, kind in enumerate(kinds)]
    return Setup(purpose, parts, **told)


def told(setup, labels):
    return {claim.expression: claim.value for claim in claims(setup, labels)}


def test_parts_of_one_kind_are_numbered():
    two = setup("titration", "clamp", "stand", "clamp")
    assert thing_names(two) == ["clamp 1", "stand", "clamp 2"]
    assert told(two, {"A": 1})["count", "clamp"] == "2"


def test_a_letter_is_asked_for_where_one_alone_is_right():
    found = told(setup("titration", "clamp", "burette", "clamp"), {"A": 0, "B": 1, "C": 2})
    assert found["label", "burette"] == "B"
    assert ("label", "clamp") not in found
    assert found["doing", "measures how much liquid is let out"] == "B"


def test_one_mistake_is_named_and_two_are_not():
    states = {"cooling water": "enters at the upper end", "thermometer bulb": "is at the side arm"}
    found = told(setup("distillation", "condenser", states=states), {"A": 0})
    assert found["mistake", "setup"] == "enters at the upper end"
    assert found["right", "cooling water"] == "no"
    assert found["right", "thermometer bulb"] == "yes"
    both = states | {"thermometer bulb": "is in the liquid"}
    assert ("mistake", "setup") not in told(setup("distillation", "condenser", states=both), {"A": 0})


def test_what_is_missing_is_named_where_it_is_one():
    found = told(setup("filtration", "funnel", "filter paper", "beaker"), {"A": 0})
    assert found["missing", "setup"] == "glass rod"
    assert found["correct", "setup"] == "no"
    assert ("missing", "setup") not in told(setup("filtration", "funnel", "beaker"), {"A": 0})


def test_the_path_is_that_of_what_moves():
    gas = setup("making a gas", "beaker", "gas jar", "delivery tube", flow=[0, 2, 1], collects="over water")
    found = told(gas, {"A": 1, "B": 2})
    assert found["path", "gas"] == "B, A"
    assert found["first", "gas", "A", "B"] == "B"
    assert found["suits", "ammonia"] == "no"
    assert ("density", "gas") not in found


def test_what_is_taken_for_another_is_not_denied():
    found = told(setup("evaporation", "spirit lamp"), {"A": 0})
    assert ("has", "Bunsen burner") not in found
    assert found["has", "spirit lamp"] == "yes"


def test_the_anode_is_at_the_positive_pole():
    cell = setup("electrolysis of water", "electrode", "electrode", poles={"left": "-", "right": "+"})
    found = told(cell, {"A": 0})
    assert found["electrode", "left"] == "cathode"
    assert found["gas_over", "left"] == "hydrogen"
