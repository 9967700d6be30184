from random import Random

from vlcorpus.stages.stem.blind_spots.draft import Draft


def test_what_is_drawn_is_told():
    draft = Draft(Random(0))
    draft.circle("circle A", (0, 0), 5)
    draft.dot("dot P", (3, 4))
    draft.line("red line", [(0, 0), (9, 9)], "red")
    draft.bar("bar A", ((0, 0), (7, 0)), None)
    assert draft.truth == {
        "circles": {"circle A": [0, 0, 5]},
        "dots": {"dot P": [3, 4]},
        "lines": {"red line": [[0, 0], [9, 9]]},
        "bars": {"bar A": [[0, 0], [7, 0]]},
    }
    assert [tag.text for thing in draft.things for tag in thing.tags] == ["A", "P", "A"]


def test_two_things_have_different_names():
    names = [Draft(Random(seed)).two_names("bar") for seed in range(40)]
    assert all(one != other for (one, other), _ in names)
    assert {hues[0] is None for _, hues in names} == {True, False}
    assert all(
        hue is None or name == f"{hue} bar"
        for both, hues in names
        for name, hue in zip(both, hues, strict=True)
    )


def test_what_is_joined_moves_with_its_truth():
    upper, lower = Draft(Random(0)), Draft(Random(0))
    upper.circle("circle A", (0, 0), 5)
    lower.dot("dot P", (3, 4))
    lower.truth |= {
        "grid": {"x": [0, 5], "y": [0, 7]},
        "word": {"text": "ab", "at": [[0, 0], [5, 0]], "circled": 1},
    }
    lower.truth["paths"] = [["red", ["station A", "station B"], [[0, 0], [5, 5]]]]
    upper.join(lower, (10, -20))
    assert upper.truth == {
        "circles": {"circle A": [0, 0, 5]},
        "dots": {"dot P": [13, -16]},
        "grid": {"x": [10, 15], "y": [-20, -13]},
        "word": {"text": "ab", "at": [[10, -20], [15, -20]], "circled": 1},
        "paths": [["red", ["station A", "station B"], [[10, -20], [15, -15]]]],
    }
    assert upper.things[1].shapes[0].at == upper.things[1].tags[0].at == (13, -16)
    assert upper.box() == (-5, -16, 13, 5)
