from vlcorpus.stages.stem.circuits.facts import Circuit, claims
from vlcorpus.stages.stem.circuits.network import Parallel, Part, Series


def said(network, volts=12, is_alike=False):
    return {str(claim) for claim in claims(Circuit(network, volts, is_alike), ("junction n1",))}


def r(name, ohms):
    return Part(name, "resistor", ohms)


OPEN, CLOSED = Part("S1", "switch", is_closed=False), Part("S1", "switch")
L1, L2, L3 = (Part(f"L{n}", "lamp") for n in (1, 2, 3))


def test_a_divider():
    assert {
        "current(R1) = 2",
        "voltage(R2) = 8",
        "total_resistance(E) = 6",
        "connection(R1, R2) = series",
        "larger(R1, R2) = R2",
        "count(resistor) = 2",
        "count(junctions) = 1",
        "emf(E) = 12",
        "shorted(R1) = no",
    } <= said(Series((r("R1", 2), r("R2", 4))))


def test_lamps_and_a_switch():
    found = said(Series((L1, Parallel((L2, Series((L3, OPEN)))))), is_alike=True)
    assert {
        "lit(L1) = yes",
        "lit(L3) = no",
        "lit_after(L3, S1) = yes",
        "count(lit) = 2",
        "count(open) = 1",
        "voltage(L1) = 6",
        "connection(L1, L2) = series",
        "current(L3) = 0",
        "more_current(L1, L3) = L1",
    } <= found
    assert not any(
        claim.startswith(("current(L1)", "total_resistance", "connection(L1, L3)")) for claim in found
    )


def test_a_bridged_lamp_is_dark():
    found = said(Series((L1, Parallel((L2, CLOSED)))), is_alike=True)
    assert {"shorted(L2) = yes", "lit(L2) = no", "lit_after(L2, S1) = yes", "brighter(L1, L2) = L1"} <= found


def test_a_change_that_would_short_the_battery_is_not_asked_for():
    assert not any(claim.startswith("lit_after") for claim in said(Parallel((L1, OPEN)), is_alike=True))


def test_connections_of_three():
    found = said(Series((r("R1", 1), Parallel((r("R2", 2), r("R3", 2))))))
    assert {"connection(R2, R3) = parallel", "connection(R1, R2) = neither"} <= found


def test_a_load_beside_a_closed_switch_is_bridged_however_branches_are_nested():
    found = said(Series((r("R1", 2), Parallel((CLOSED, Parallel((r("R2", 3), r("R3", 3))))))))
    assert {"shorted(R2) = yes", "shorted(R3) = yes", "shorted(R1) = no"} <= found
    in_a_row = said(Series((r("R1", 2), Parallel((CLOSED, Series((r("R2", 3), r("R3", 3))))))))
    assert {"shorted(R2) = no", "shorted(R3) = no"} <= in_a_row


def test_what_a_diode_traps_is_not_told():
    diode, volts = Part("D1", "diode"), Part("V1", "voltmeter")
    assert not any(claim.startswith("reads") for claim in said(Series((diode, volts, r("R1", 2)))))


def test_of_a_diode_beside_a_closed_switch_nothing_is_said():
    found = said(Series((r("R1", 2), Parallel((Part("D1", "diode"), CLOSED)))))
    assert "count(diode) = 1" in found
    assert not any(claim.startswith("conducts") for claim in found)
