import re
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stages.verify.plane_geometry.figures import (
    UNKNOWN,
    answer,
    expressions,
    random_truth,
    say,
    truth,
)
from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.stem import plane_geometry as contract
from vlcorpus.stages.verify.operations import n_arguments
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.plane_geometry.oracle import OPERATIONS, PLACES, PlaneGeometry

FIGURE = truth(
    "A 0 0, B 4 0, C 0 3, M 2 0, O 2 3/2",
    polygons="ABC",
    segments="CM",
    circles={"circle O": ("2", "3/2", "25/4")},
    centers={"circle O": "O"},
)


def test_every_operation_of_the_contract_is_there_and_no_other():
    listed = re.findall(r'^    \("(\w+)", (.*?)\)', Path(contract.__file__).read_text("utf-8"), re.MULTILINE)
    assert {name: len(names.split(", ")) for name, names in listed} == {
        name: n_arguments(function) for name, function in (OPERATIONS | PLACES).items()
    }


@pytest.mark.parametrize(
    "expression",
    [
        "A",
        "",
        (),
        ("area", "ABC"),
        ("on", "A"),
        ("kind", "ABC", "ABC"),
        ("on",),
        (("on",), "A"),
        ("kind", ()),
    ],
)
def test_what_is_no_operation_has_no_value(expression):
    with pytest.raises(Unknown):
        PlaneGeometry(FIGURE).value(expression)


@pytest.mark.parametrize(
    ("expression", "value", "is_wrong"),
    [
        (("kind", "ABC"), "right", False),
        (("kind", "ABC"), "scalene", False),  # as a right triangle of three different sides is
        (("kind", "ABC"), "isosceles", True),
        (("role", "BC", "circle O"), "chord", False),
        (("role", "BC", "circle O"), "radius", True),
    ],
)
def test_a_word_that_is_right_too_is_not_wrong(expression, value, is_wrong):
    assert PlaneGeometry(FIGURE).is_wrong(expression, value) is is_wrong


@pytest.mark.parametrize(("larger", "is_refused"), [("9", False), ("4", True), ("1", True)])
def test_the_larger_circle_is_larger(larger, is_refused):
    circles = {"the larger circle": ("0", "0", larger), "the smaller circle": ("0", "0", "4")}
    figure = truth("A 0 0", circles=circles)
    with pytest.raises(Contradiction, match="not larger") if is_refused else nullcontext():
        PlaneGeometry(figure)


def test_an_argument_may_be_an_operation():
    assert say(FIGURE, "on", ("midpoint", "AB"), "AB") == "yes"
    assert say(FIGURE, "position", ("largest_angle", "ABC"), "circle O") == "on"
    assert say(FIGURE, "role", ("longest_side", "ABC"), ("center", "circle O")) == UNKNOWN  # O is no circle
    assert say(FIGURE, "role", ("longest_side", "ABC"), "circle O") == "diameter"
    assert say(FIGURE, "on", ("midpoint", "AC"), "AB") == UNKNOWN


words = st.one_of(
    st.sampled_from([*OPERATIONS, *FIGURE["points"], "AB", "BC", "CM", "ABC", "AMC", "circle O", "points"]),
    st.text("ABCMOX", max_size=5),
)
anything = st.recursive(words, lambda parts: st.lists(parts, max_size=3).map(tuple), max_leaves=6)
operations = st.sampled_from(sorted(OPERATIONS)).flatmap(
    lambda name: st.lists(
        words, min_size=n_arguments(OPERATIONS[name]), max_size=n_arguments(OPERATIONS[name])
    ).map(lambda names: (name, *names))
)


@given(st.one_of(anything, operations))
def test_every_expression_has_a_value_or_is_unknown(expression):
    assert answer(PlaneGeometry(FIGURE), expression)


# What does not change a figure's shape changes no value.

Figure = dict[str, Any]
turns = st.sampled_from(  # cosine and sine
    [("1", "0"), ("3/5", "4/5"), ("-5/13", "12/13"), ("sqrt(3)/2", "-1/2"), ("sqrt(2)/2", "sqrt(2)/2")]
)
scales = st.sampled_from(["1", "7/3", "1/100", "1000003", "sqrt(5)", "(1+sqrt(2))"])
shifts = st.sampled_from(["0", "-17/4", "1000000", "sqrt(7)/3"])


def moved(figure: Figure, turn: tuple[str, str], scale: str, shift: str, mirror: int) -> Figure:
    """Return the figure turned, made larger, shifted and mirrored, by writing the sums out."""
    cos, sin = turn

    def place(x: str, y: str) -> list[str]:
        y = f"({mirror})*({y})"
        return [
            f"{scale}*(({cos})*({x})-({sin})*({y}))+{shift}",
            f"{scale}*(({sin})*({x})+({cos})*({y}))-({shift})",
        ]

    circles = {
        name: {
            "center": place(*circle["center"]),
            "radius_squared": f"{scale}*{scale}*({circle['radius_squared']})",
        }
        for name, circle in figure["circles"].items()
    }
    return figure | {
        "points": {name: place(*at) for name, at in figure["points"].items()},
        "circles": circles,
    }


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), turns, scales, shifts, st.sampled_from([1, -1]))
def test_a_motion_changes_no_value(seed, turn, scale, shift, mirror):
    figure = random_truth(seed)
    one, other = PlaneGeometry(figure), PlaneGeometry(moved(figure, turn, scale, shift, mirror))
    for expression in expressions(figure, seed, 4):
        assert answer(one, expression) == answer(other, expression), expression


NAMING = {"midpoint", "meet", "longer", "longest_side", "largest_angle", "center"}  # their values are names


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.permutations("ABCDEFGHIJKLMNOPQRST"))
def test_other_names_change_only_the_names(seed, letters):
    figure = random_truth(seed)
    other_letter = dict(zip(sorted(letters), letters, strict=True))
    other_circle = {name: f"circle number {i}" for i, name in enumerate(figure["circles"])}

    def other_name(name: str) -> str:
        if name in other_circle:
            return other_circle[name]
        return "".join(other_letter[letter] for letter in name) if name.isupper() else name

    def other_names(names: Any) -> Any:
        return (
            [other_names(part) for part in names]
            if isinstance(names, list)
            else (other_name(names) if isinstance(names, str) else names)
        )

    renamed = {key: other_names(names) for key, names in figure.items() if isinstance(names, list)}
    for key in ("points", "circles"):
        renamed[key] = {other_name(name): at for name, at in reversed(figure[key].items())}
    one, other = PlaneGeometry(figure), PlaneGeometry(renamed)
    for operation, *names in expressions(figure, seed, 4):
        value = answer(one, (operation, *names))
        expected = other_name(value) if operation in NAMING and value != UNKNOWN else value
        assert answer(other, (operation, *map(other_name, names))) == expected


def turned_round(operation: str, names: list[str]) -> list[Expression]:
    """Return the same question by other names: segments and angles from their other end."""
    if operation in ("parallel", "perpendicular", "equal", "meet"):
        return [(operation, names[1], names[0]), (operation, names[0][::-1], names[1])]
    if operation in ("midpoint", "angle_kind", "arcs", "ticks", "kind"):
        return [(operation, names[0][::-1])]
    if operation in ("inscribed", "role"):
        return [(operation, names[0][::-1], names[1])]
    if operation in ("on", "touches"):
        return [(operation, names[0], names[1][::-1])]
    if operation == "circles":
        return [(operation, *names[::-1])]
    return []


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_a_segment_has_two_names_and_one_value(seed):
    figure = random_truth(seed)
    oracle = PlaneGeometry(figure)
    for operation, *names in expressions(figure, seed, 4):
        for other in turned_round(operation, names):
            assert answer(oracle, other) == answer(oracle, (operation, *names))


OUTCOMES = {
    "on": {"yes", "no"},
    "parallel": {"yes", "no"},
    "perpendicular": {"yes", "no"},
    "equal": {"yes", "no"},
    "inscribed": {"yes", "no"},
    "touches": {"yes", "no"},
    "angle_kind": set(contract.KINDS_OF_ANGLE),
    "role": set(contract.ROLES),
    "position": set(contract.POSITIONS),
    "circles": {"intersecting", "concentric", "tangent", "separate", "nested"},
    "kind": {*contract.KINDS_OF_TRIANGLE, *contract.KINDS_OF_QUADRILATERAL, "regular hexagon", "pentagon"},
}


def test_figures_by_chance_reach_every_outcome():
    """Else the tests above, and the comparison with SymPy, would say little."""
    reached: dict[str, set[str]] = {operation: set() for operation in OPERATIONS}
    for seed in range(150):
        figure = random_truth(seed)
        oracle = PlaneGeometry(figure)
        for expression in expressions(figure, seed, 6):
            reached[expression[0]].add(answer(oracle, expression))
    for operation, outcomes in OUTCOMES.items():
        assert outcomes <= reached[operation], operation
    assert all(values - {UNKNOWN} for values in reached.values())
