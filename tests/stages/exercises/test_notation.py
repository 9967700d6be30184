import pytest

from vlcorpus.stages.exercises.notation import in_one_notation, with_dollars


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("把$$3$$写成$$\\dfrac12$$", "把$3$写成$\\frac12$"),
        (r"Find \(x\) in \[x+1=2\]", "Find $x$ in $x+1=2$"),
        ("长１２ｃｍ，宽＝５", "长12cm，宽=5"),
        ("The answer is ______ cm", "The answer is ____cm"),
        ("The perimeter of $\\vartriangle ACE$ is .", "The perimeter of $\\triangle ACE$ is ____."),
        ("The distance between them is $mm$.", "The distance between them is ____$mm$."),
        ("Its mass is $m$.", "Its mass is $m$."),
        ("则 $n=$．", "则 $n=$ ____．"),
        ("the cube (\\quad) of", "the cube ( ) of"),
        ("a \\textbf{bold} word, 50\\%", "a bold word, 50%"),
        # Sums of money are no formula, whatever stands between them.
        ("She paid $5 for pens and $6 for ink.", "She paid \\$5 for pens and \\$6 for ink."),
        ("It would be $100. Yes, $90 is right.", "It would be \\$100. Yes, \\$90 is right."),
        ("It earns $178 in 2 years?\n$I = P r t$", "It earns \\$178 in 2 years?\n$I = P r t$"),
        ("$0.2 \\overset{–}{3}$ and $−5$", "$0.2 \\overline{3}$ and $-5$"),
        ("Is $5 + 3$ or $8$ right?", "Is $5 + 3$ or $8$ right?"),
        ("$a\\textgreater{}b$", "$a>b$"),
        ("$2=1+1$ $1-1=0$", "$2=1+1$ $1-1=0$"),
        ("It\\textquotesingle s tens\\textquotesingle{} digit, \\ldots", "It's tens' digit, …"),
        ("是（$\\textasciitilde\\textasciitilde$）．$$ $$", "是( )．"),
        (
            "$\\overline{\\textbackslash\\#2}\\_{9}$, $31\\textbackslash{} 52$",
            "$\\overline{\\#2}_{9}$, $31\\quad 52$",
        ),
    ],
)
def test_one_notation(text, same):
    assert in_one_notation(text) == same


def test_what_is_in_the_notation_stays():
    for text in ("把$3$写成$\\frac12$", "She paid \\$5 for pens and \\$6 for ink.", "is ____."):
        assert in_one_notation(text) == text


@pytest.mark.parametrize(
    "formula", [r"\frac{3}{4}", r"5\sqrt { 2 }", r"5\text{ cm}", "x^2", r"\text{Let } x"]
)
def test_a_formula_alone_stands_between_dollars(formula):
    assert with_dollars(formula) == f"${formula}$"


@pytest.mark.parametrize(
    "text",
    ["12", "x = 3", r"the \frac{3}{4}", r"$\pi$", r"\textbf{(A)} 12", r"\boxed{5}", r"是\frac12", r"50\%"],
)
def test_what_has_words_or_dollars_stays(text):
    assert with_dollars(text) == text
