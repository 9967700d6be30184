from tests.stages.stem.graphs.drawn import graph
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.stem.graphs.places import crossings, places

CROSS = {"A": (0, 0), "B": (4, 4), "C": (1, 3), "D": (3, 0)}


def test_edges_cross_inside_both():
    assert list(crossings(graph("AB CD", CROSS))) == [(("A", "B"), ("C", "D"))]
    assert not list(crossings(graph("AC BD", CROSS)))
    assert not list(crossings(graph("AB AC", CROSS)))


def test_places_are_exact():
    found = places(graph("AB CD", CROSS), [Claim(("source",), "C"), Claim(("degree", "A"), "1")])
    assert {expression: place.exact for expression, place in found.items()} == {
        ("node", "A"): ("0", "0"),
        ("node", "B"): ("4", "4"),
        ("node", "C"): ("1", "3"),
        ("node", "D"): ("3", "0"),
        ("halfway", "A", "B"): ("2", "2"),
        ("halfway", "C", "D"): ("2", "3/2"),
        ("crossing", "A", "B", "C", "D"): ("9/5", "9/5"),
        ("source",): ("1", "3"),
    }
    assert found["crossing", "A", "B", "C", "D"].at == (1.8, 1.8)
