import pytest

from vlcorpus.stages.exercises.standard_answer import standard_answer


@pytest.mark.parametrize(
    ("answer", "options", "text", "kind"),
    [
        ("48.", [], "48", "mathematics"),
        ("22cm.", [], "22\\ \\text{cm}", "mathematics"),
        ("60 cm²", [], "60\\ \\text{cm}^{2}", "mathematics"),
        ("12厘米", [], "12\\ \\text{厘米}", "mathematics"),
        ("$\\frac94$", [], "\\frac94", "mathematics"),
        ("-1/2", [], "-\\frac{1}{2}", "mathematics"),
        ("1,250", [], "1250", "mathematics"),
        ("6%", [], "6\\%", "mathematics"),
        ("$4$\n$x^2$", [], "4;\\ x^2", "mathematics"),
        ("summer\nwinter", [], "summer; winter", "words"),
        ("1.3.5.6.", [], "1, 3, 5, 6", "words"),
        ("3.4.", [], "", "words"),  # a decimal, or two numbers of statements
        ("(B)", ["1", "2"], "B", "option"),
        ("故选B", ["1", "2"], "B", "option"),
        ("$2$", ["$1$", "$2$"], "B", "option"),
        ("12", ["$1$", "$2$"], "12", "words"),
    ],
)
def test_standard_forms(answer, options, text, kind):
    found = standard_answer(answer, options)
    assert (found.text, found.kind) == (text, kind)
