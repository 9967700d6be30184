"""Which signs of a line are a formula, by their fonts, spaces and brackets."""

import pytest

from tests.stages.documents.formulas.drawing import glyph
from vlcorpus.stages.documents.inline.formula_runs import formula_runs

FONTS = {"m": "CMMI10", "s": "CMSY10", "r": "CMR10", "i": "Times-Italic", "t": "Times-Roman"}


def runs(text: str, fonts: str) -> list[str]:
    """Return the runs of a text; `fonts` has a letter for each inked character, upper case for a script."""
    glyphs, sides, spaced = [], [], []
    signs = iter(fonts.replace(" ", ""))
    space = False
    for char in text:
        if char == " ":
            space = True
            continue
        font = next(signs)
        script = font.isupper()
        glyphs.append(glyph(char, font=FONTS[font.lower()], size=14 if script else 20))
        sides.append(-1 if script else 0)
        spaced.append(space)
        space = False
    return ["".join(g.char for g in glyphs[a:b]) for a, b in formula_runs(glyphs, sides, spaced)]


@pytest.mark.parametrize(
    ("text", "fonts", "found"),
    [
        ("where f(x) = 2x + 1 is", "ttttt mrmr r rm r r tt", ["f(x)=2x+1"]),
        ("of x, y and z.", "tt mm m ttt mt", ["x", "y", "z"]),
        ("a pair (x, y) of", "t tttt rmm mr tt", ["(x,y)"]),
        ("(see λ)", "tttt mt", ["λ"]),
        ("f(λ is", "mrm tt", ["f", "λ"]),
        ("x is 3 or 1.5λ", "m tt r tt rrrm", ["x", "1.5λ"]),
        ("n log n steps", "m rrr m ttttt", ["nlogn"]),
        ("for 5 = 2 + 3", "ttt r r r r r", []),  # no sign of a formula
        ("item • and † here", "tttt s ttt s tttt", []),  # signs of such a font, and no formula
        ("λ = mean", "m r tttt", ["λ"]),  # the word says what it is
        ("value −λ of", "ttttt sm tt", ["−λ"]),
        ("x-axis", "mttttt", ["x"]),
        ("of qi and", "tt iI ttt", ["qi"]),  # an italic letter with an index
        ("see ibid3", "ttt iiiiT", []),  # an italic word with the mark of a footnote
        ("the 1000", "ttt rrRR", []),
        ("10−6 m", "rrSR t", ["10−6"]),
        ("(x)n then", "rmrM tttt", ["(x)n"]),
        ("∑i xi", "tM mM", ["∑ixi"]),
        ("|x| and", "smstts"[:3] + " ttt", ["|x|"]),
    ],
)
def test_what_belongs_to_a_formula(text, fonts, found):
    assert runs(text, fonts) == found
