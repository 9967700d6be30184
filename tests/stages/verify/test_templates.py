import pytest

from vlcorpus.stages.verify.templates import Template


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("{point}", "P"),
        ("circle {point}", "circle P"),
        ("on({point}, circle {point})", ("on", "P", "circle P")),
        ("is(kind({what}), right isosceles)", ("is", ("kind", ("polygon", "A")), "right isosceles")),
        ("time()", ("time",)),
        ("({point}, {point})", "(P, P)"),
        ("{point}, {point}", "P, P"),
        ("", ""),
        ("larger(angle(a), angle(b))", ("larger", ("angle", "a"), ("angle", "b"))),
    ],
)
def test_a_template_is_filled(text, expression):
    assert Template.parse(text).filled({"point": "P", "what": ("polygon", "A")}) == expression


@pytest.mark.parametrize("text", ["on(", "on(a", "on(a,", "on(a))", "on(a) b", "on(,a)", "on{on(", "on({)"])
def test_what_is_no_expression_is_refused(text):
    with pytest.raises(ValueError, match="no expression"):
        Template.parse(text)
