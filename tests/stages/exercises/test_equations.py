import pytest

from vlcorpus.stages.exercises.equations import false_equation


@pytest.mark.parametrize(
    "text",
    [
        "$(1205-5)\\div 48=25$",
        "<<16-3-4=9>>",
        "$\\frac{10}{3}=3.33$",  # rounded
        "$x+1=2$",
        "$7\\div 2=3$（个）$\\cdots 1$",  # a remainder
        "则$4$望+$9=49$",  # half of a formula
        "$1,250\\div 25=50$",
        "$2^{3}=8$ and $5 \\neq 6$, $3 \\leq 4$",
        "$50\\%=0.5$",
    ],
)
def test_what_holds_or_cannot_be_told(text):
    assert false_equation(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$7\\times 8=54$", "7\\times 8 = 54"),
        ("<<3*12=38>>", "3*12 = 38"),
        ("$2+2=4=5$", "4 = 5"),
        ("$\\frac{1}{2}+\\frac{1}{3}=\\frac{2}{5}$", "\\frac{1}{2}+\\frac{1}{3} = \\frac{2}{5}"),
        ("$10\\div 4=2.4$", "10\\div 4 = 2.4"),
    ],
)
def test_what_is_false(text, found):
    assert false_equation(text) == found
