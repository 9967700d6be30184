import pytest

from vlcorpus.stages.exercises.notation import in_one_notation


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("把$$3$$写成$$\\dfrac12$$", "把$3$写成$\\frac12$"),
        (r"Find \(x\) in \[x+1=2\]", "Find $x$ in $x+1=2$"),
        ("长１２ｃｍ，宽＝５", "长12cm，宽=5"),
        ("The answer is ______ cm", "The answer is ____cm"),
        ("The perimeter of $\\vartriangle ACE$ is .", "The perimeter of $\\triangle ACE$ is ____."),
        ("则 $n=$．", "则 $n=$ ____．"),
        ("the cube (\\quad) of", "the cube ( ) of"),
        ("a \\textbf{bold} word, 50\\%", "a bold word, 50%"),
        # Sums of money are no formula, whatever stands between them.
        ("She paid $5 for pens and $6 for ink.", "She paid \\$5 for pens and \\$6 for ink."),
        ("Is $5 + 3$ or $8$ right?", "Is $5 + 3$ or $8$ right?"),
        ("$a\\textgreater{}b$", "$a>b$"),
    ],
)
def test_one_notation(text, same):
    assert in_one_notation(text) == same


def test_what_is_in_the_notation_stays():
    for text in ("把$3$写成$\\frac12$", "She paid \\$5 for pens and \\$6 for ink.", "is ____."):
        assert in_one_notation(text) == text
