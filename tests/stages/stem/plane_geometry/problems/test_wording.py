import pytest

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.problem import Step
from vlcorpus.stages.stem.plane_geometry.problems.wording import GeometryWording, step_in_words


@pytest.mark.parametrize(
    ("operation", "value", "latex"),
    [
        ("angle", "75/2", r"\frac{75}{2}^\circ"),
        ("length", "3*sqrt(2)", r"3\sqrt{2}"),
        ("disc", "25*pi/4", r"\frac{25\pi}{4}"),
        ("circumference", "pi", r"\pi"),
        ("sector", "pi/3", r"\frac{\pi}{3}"),
    ],
)
def test_values_are_latex_with_their_unit(operation, value, latex):
    assert GeometryWording().value(operation, value) == latex


def test_a_sum_that_is_squared_or_multiplied_is_in_brackets():
    words = r"$AB = \sqrt{a^2 + b^2} = v$, $AB \cdot c$"
    step = Step(
        "r",
        (),
        Claim(("length", "AB"), "7"),
        {"A": "P", "B": "Q"},
        {"a": "2*sqrt(3)", "b": "5", "c": "1+sqrt(2)"},
    )
    assert (
        step_in_words(words, step, "7", {})
        == r"$PQ = \sqrt{(2\sqrt{3})^2 + 5^2} = 7$, $PQ \cdot (1+\sqrt{2})$"
    )


def test_what_equals_itself_is_said_once():
    step = Step("r", (), Claim(("length", "AB"), "7/2"), {}, {"a": "7", "b": "2"})
    assert step_in_words(r"$AB = \frac{a}{b} = v$.", step, r"\frac{7}{2}", {}) == r"$AB = \frac{7}{2}$."


def test_a_polygon_keeps_the_name_that_the_text_gives_it():
    step = Step("r", (), Claim(("length", "AB"), "1"), dict(zip("ABCD", "QRSP", strict=True)), {})
    assert step_in_words("In $ABCD$, $AB$.", step, "1", {"PQRS": "PQRS"}) == "In $PQRS$, $QR$."
