from tests.stages.stem.circuits.problems.circuits import mixed
from vlcorpus.stages.stem.circuits.problems.derive import Derivation
from vlcorpus.stages.stem.circuits.problems.laws import applications

RESISTANCES = [("resistance", name) for name in ("R1", "R2", "R3")]


def derived(givens, without=frozenset()):
    circuit = mixed()
    return Derivation(givens, applications(circuit), circuit.quantities.keys() - without).facts


def test_all_resistances_tell_the_total_and_no_current():
    facts = derived(RESISTANCES)
    assert ("resistance", "E") in facts
    assert not any(expression[0] == "current" for expression in facts)


def test_a_solution_is_the_shortest():
    total = derived([("voltage", "E"), *RESISTANCES])["current", "E"]
    assert [fact.law for fact in total.traced() if fact.law] == [
        "parallel_resistance",
        "series_resistance",
        "ohm/current",
    ]
    assert (total.depth, total.cost) == (3, 3)


def test_what_is_not_allowed_is_gone_around():
    facts = derived([("voltage", "E"), *RESISTANCES], {("resistance", "E")})
    assert ("voltage", "R1") not in facts
    more = derived([("voltage", "E"), *RESISTANCES, ("current", "R2")], {("resistance", "E")})
    assert more["voltage", "R1"].law == "sum_of_voltages/part"


def test_each_stands_behind_what_it_follows_from_and_once():
    facts = derived([("voltage", "E"), *RESISTANCES])["power", "R3"].traced()
    assert len({fact.expression for fact in facts}) == len(facts)
    for n, fact in enumerate(facts):
        assert all(earlier in facts[:n] for earlier in fact.inputs)
