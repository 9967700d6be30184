import pytest

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.exercises.markup import IMAGE, image_addresses, plain_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a < b and b > c", "a < b and b > c"),
        ("<p>One</p><p>two&nbsp;&amp; three</p>", "One\ntwo & three"),
        ("x<sup>2</sup> + y<sub>1</sub>", "x$^{2}$ + y$_{1}$"),
        ("See <img src='a.png'/> here", f"See {IMAGE} here"),
        ("<style>p {color: red}</style>Solve<br/>it", "Solve\nit"),
        ("<math><mfrac><mi>n</mi><mn>2</mn></mfrac><mo>=</mo><mn>3</mn></math>", "$\\frac{n}{2} = 3$"),
        ("<m:math><m:msqrt><m:mn>2</m:mn></m:msqrt></m:math>", "$\\sqrt{2}$"),
        ("<noscript>no</noscript>See <svg><text>5</text></svg>", f"See {IMAGE}"),
        # A sum of money is no formula, and its sign is escaped.
        ("Pay <math><mtext>$500</mtext></math> now", "Pay \\$500 now"),
        ("<math><mtext>$5,000</mtext><mo>,</mo></math> plus $900", "\\$5,000, plus \\$900"),
        ("is <math><mi>r</mi><mo>.</mo></math> It", "is $r$. It"),
        # Of a table that has a head an empty cell is to be seen; other tables are for the layout.
        (
            "<table><label/><thead><row><entry>a</entry><entry>b</entry></row></thead>"
            "<row><entry/><entry>2</entry></row></table>",
            "| a | b |\n| | 2 |",
        ),
        ("<tr><td>Multiply.</td><td>12</td></tr>", "Multiply. 12"),
        # Elements of MathML that HTML lets end by themselves.
        ("<math><mi>a<mo>+<mi>b</math>", "$a + b$"),
    ],
)
def test_markup_becomes_text(markup, text):
    assert plain_text(markup) == text


def test_addresses_come_in_the_order_of_the_images():
    assert image_addresses("<img src='a.png'> and <img src=\"b/c.jpg\"/>") == ["a.png", "b/c.jpg"]
    assert image_addresses("a <b") == []


def test_a_formula_that_is_not_read_rejects_the_exercise():
    with pytest.raises(Reject, match="MathML"):
        plain_text("<math><mfrac><mi>a</mi></mfrac></math>")
