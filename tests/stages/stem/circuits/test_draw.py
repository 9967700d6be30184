from random import Random

from vlcorpus.stages.stem.circuits.draw import things, truth
from vlcorpus.stages.stem.circuits.layout import laid_out
from vlcorpus.stages.stem.circuits.network import Part, Series

SHEET = laid_out(
    Series((Part("R1", "resistor", 4), Part("S1", "switch", is_closed=False), Part("A1", "ammeter"))),
    battery_to_right=Random(0).random() < 0.5,
)


def test_a_value_is_written_where_one_is_given():
    labels = {
        thing.name: [tag.text for tag in thing.tags]
        for thing in things(SHEET, {"R1": "4 Ω"}, {}, is_zigzag=False)
        if thing.tags
    }
    assert labels == {"R1": ["R1", "4 Ω"], "S1": ["S1"], "A1": ["A1", "A"], "E": ["E"]}


def test_the_truth_has_values_and_states():
    told = truth(SHEET, 12, {})["components"]
    assert told["E"]["value"] == "12"
    assert told["R1"]["value"] == "4"
    assert told["S1"]["state"] == "open"
    assert "value" not in told["A1"]
