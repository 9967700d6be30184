import pytest

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.verify.grammar import Question, Unreadable, parse_grammar

CONTENT = {
    "types": {
        "point": "[A-Z]",
        "circle": {"circle {point}": {"en": "{circle |⊙}{point}", "zh": "圆{point}"}},
        "side": {"inside": {"en": "inside", "zh": "内"}, "outside": {"en": "outside", "zh": "外"}},
    },
    "statements": {
        "position({point}, {circle}) = {side}": {
            "en": ["{point} {lies|is} {side} {circle}"],
            "zh": "{point}在{circle}{side}",
        },
        "larger({point1}, {point2}) = {point1}": {
            "en": ["{point1} is larger than {point2}", "{point2} is smaller than {point1}"],
            "zh": "{point1}大于{point2}",
        },
        "same({point1}, {point2}) = yes": {"en": "{point1} saw {point2}", "zh": "{point1}看{point2}"},
        "other({point1}, {point2}) = yes": {"en": "{point1} {saw|met} {point2}", "zh": "{point1}见{point2}"},
    },
    "questions": {
        "position({point}, {circle}) = {side}": {
            "en": "Where is {point}, seen from {circle}?",
            "zh": "{point}{circle}？",
        }
    },
    "places": {"middle({circle})": {"en": "the centre of {circle}", "zh": "{circle}的圆心"}},
}
EN, ZH = parse_grammar(CONTENT, "en"), parse_grammar(CONTENT, "zh")


@pytest.mark.parametrize(
    ("grammar", "sentence", "claim"),
    [
        (EN, "P lies inside circle O", Claim(("position", "P", "circle O"), "inside")),
        (EN, "P is outside ⊙O", Claim(("position", "P", "circle O"), "outside")),
        (ZH, "P在圆O外", Claim(("position", "P", "circle O"), "outside")),
        (EN, "B is smaller than A", Claim(("larger", "A", "B"), "A")),
    ],
)
def test_a_sentence_is_read(grammar, sentence, claim):
    assert grammar.claim(sentence) == claim


def test_a_capital_at_the_start_is_no_other_word():
    assert EN.place("The centre of circle O") == EN.place("the centre of circle O") == ("middle", "circle O")


def test_a_question_has_an_answer_of_a_type():
    asked = EN.question("Where is P, seen from circle O?")
    assert asked == Question(("position", "P", "circle O"), "side")
    assert EN.word("Inside", asked.answer) == "inside"
    with pytest.raises(Unreadable, match="'Within' means nothing"):
        EN.word("Within", asked.answer)


def test_a_letter_is_read_as_it_is_written():
    letters = parse_grammar({"types": {"sign": "[A-Za-z]"}, "statements": {}, "questions": {}}, "en")
    assert [letters.word(sign, "sign") for sign in "Cc"] == ["C", "c"]


@pytest.mark.parametrize("sentence", ["P lies near circle O", "", "P lies inside circle O, I think"])
def test_what_fits_nothing_is_not_read(sentence):
    with pytest.raises(Unreadable, match="means nothing"):
        EN.claim(sentence)


def test_what_means_two_things_is_not_read():
    with pytest.raises(Unreadable, match=r"means several things: .*other.*same"):
        EN.claim("P saw Q")
    assert EN.claim("P met Q").operation == "other"


@pytest.mark.parametrize(
    ("section", "meaning", "pattern", "why"),
    [
        ("statements", "on({point}) = {side}", "{point} is {side|}", "does not always tell side"),
        ("questions", "on({point}) = yes", "Is {point}?", "an answer is of a type, not 'yes'"),
        ("places", "on({point}", "{point}", "no expression"),
        ("places", "on({line})", "{line}", "no type 'line'"),
    ],
)
def test_a_grammar_that_says_too_little_is_refused(section, meaning, pattern, why):
    with pytest.raises(ValueError, match=why):
        parse_grammar(CONTENT | {section: {meaning: pattern}}, "en")
