from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.stages.verify.radicals import Radicals, read_number, write_number


@pytest.mark.parametrize(
    ("text", "coefficients"),
    [
        ("0", {}),
        ("-0", {}),
        ("7", {1: 7}),
        ("-3/2", {1: Fraction(-3, 2)}),
        ("sqrt(2)", {2: 1}),
        ("-sqrt(2)/2", {2: Fraction(-1, 2)}),
        ("3*sqrt(2)", {2: 3}),
        ("(7+2*sqrt(3))/5", {1: Fraction(7, 5), 3: Fraction(2, 5)}),
        ("(1-sqrt(5))/2", {1: Fraction(1, 2), 5: Fraction(-1, 2)}),
        ("-(1 + sqrt(5))/2", {1: Fraction(-1, 2), 5: Fraction(-1, 2)}),
        ("sqrt(12)", {3: 2}),
        ("sqrt(9)", {1: 3}),
        ("sqrt(0)", {}),
        ("sqrt(3/4)", {3: Fraction(1, 2)}),
        ("1/sqrt(8)", {2: Fraction(1, 4)}),
        ("sqrt(2)+sqrt(8)", {2: 3}),
        ("sqrt(2)-sqrt(2)", {}),
        ("sqrt(6)*sqrt(10)", {15: 2}),
        ("sqrt(1000000014000000049)", {1: 1000000007}),
        ("sqrt(1000000016000000063)", {1000000016000000063: 1}),
    ],
)
def test_a_number_has_one_form(text, coefficients):
    assert read_number(text).coefficients == coefficients


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "0.5",
        "1/0",
        "2**3",
        "sqrt(-1)",
        "sqrt(sqrt(2))",
        "1/(1+sqrt(2))",
        "sqrt",
        "sqrt(2, 3)",
        "1 2",
        "True",
        "'1'",
        "1+",
        "pow(2)",
        "sqrt(x=2)",
        "1/(sqrt(2)-sqrt(2))",
        "[1]",
    ],
)
def test_what_is_no_exact_number_is_refused(text):
    with pytest.raises(ValueError, match="is no exact number"):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("99/70-sqrt(2)", 1),  # 0.00007 above
        ("sqrt(2)-99/70", -1),
        ("sqrt(2)+sqrt(3)-sqrt(5)-1", -1),
        ("sqrt(2)*sqrt(3)-sqrt(6)", 0),
        ("1-sqrt(2)+sqrt(3)", 1),
        ("-1/3", -1),
        ("sqrt(1000000000000000000000000000000000000000000)-1000000000000000000000", 0),
    ],
)
def test_a_sign_is_exact(text, sign):
    assert read_number(text).sign() == sign


def test_a_sign_is_decided_however_near_to_zero():
    """Continued fractions of sqrt(2): the 200th is 10**-153 away from it, far below the first 64 bits."""
    p, q = 1, 1
    for n in range(200):
        p, q = p + 2 * q, p + q
        # p**2 - 2*q**2 is 1 and -1 in turn.
        assert Radicals({1: p, 2: -q}).sign() == (1 if n % 2 == 0 else -1)


roots = st.sampled_from([1, 2, 3, 5, 6, 7])
coefficients = st.fractions(-50, 50, max_denominator=60).filter(bool)
numbers = st.dictionaries(roots, coefficients, max_size=4).map(Radicals)


def decimal(number: Radicals) -> Decimal:
    parts = number.coefficients.items()
    return sum((Decimal(c.numerator) / c.denominator * Decimal(n).sqrt() for n, c in parts), Decimal(0))


@given(numbers, numbers)
def test_arithmetic_is_that_of_decimals(a, b):
    with localcontext(prec=60):
        x, y = decimal(a), decimal(b)
        for exact, near in [(a + b, x + y), (a - b, x - y), (a * b, x * y), (-a, -x), (abs(a), abs(x))]:
            assert abs(decimal(exact) - near) < Decimal("1e-50")
        assert (a < b, a <= b, a == b) == (x < y, x <= y, a.coefficients == b.coefficients)
        assert a.sign() == (abs(x) > Decimal("1e-50")) * (1 if x > 0 else -1)


@given(numbers)
def test_a_number_is_read_as_it_is_written(number):
    text = "+".join(f"({c})*sqrt({n})" for n, c in number.coefficients.items()) or "0"
    assert read_number(text) == number
    assert hash(read_number(text)) == hash(number)


def test_a_multiple_of_its_denominator_makes_integers():
    number = read_number("1/6+3*sqrt(2)/4")
    assert number.denominator == 12
    assert number.times(24).coefficients == {1: 4, 2: 18}
    assert all(type(c) is int for c in number.times(24).coefficients.values())
    assert read_number("0").denominator == 1


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "7",
        "-7/2",
        "sqrt(2)",
        "3*sqrt(2)",
        "-sqrt(3)/2",
        "(1+2*sqrt(3))/5",
        "1-sqrt(5)",
        "-1-sqrt(2)",
        "-(1+sqrt(2))/3",
        "2*sqrt(3)+sqrt(5)",
    ],
)
def test_a_number_is_written_as_claims_write_it(text):
    assert write_number(read_number(text)) == text
