import pytest

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.rows import Place, Said
from vlcorpus.stages.verify.grammar import Unreadable
from vlcorpus.stages.verify.reader import Reading, read_said, sentences


def read(text, answer=None, *, lang="en", place=None):
    kind = "caption" if answer is None else "point" if place else "question"
    said = Said(kind=kind, lang=lang, style="", text=text, claims="[]", answer=answer, place=place)
    return read_said("plane_geometry", said)


CHORD = Claim(("role", "AB", "circle O"), "chord")
KIND = ("kind", "ABCD")


def test_a_caption_is_read_sentence_by_sentence():
    assert read("P lies on AB. Segment AB is a chord of circle O.") == Reading(
        (Claim(("on", "P", "AB"), "yes"), CHORD)
    )
    assert read("点P在AB上。AB是圆O的弦。", lang="zh") == Reading((Claim(("on", "P", "AB"), "yes"), CHORD))


@pytest.mark.parametrize(
    "caption", ["P lies on AB", "P lies on AB. And", "P lies on AB. It is 0.5 long.", "P lies on AB.Q"]
)
def test_a_caption_is_read_whole_or_not_at_all(caption):
    with pytest.raises(Unreadable):
        read(caption)


def test_connectives_joints_and_lists_are_no_part_of_a_sentence():
    one = Claim(("on", "P", "AB"), "yes")
    assert read("P lies on AB; segment AB is a chord of circle O.").claims == (one, CHORD)
    assert read("P lies on AB. Also, segment AB is a chord of circle O.").claims == (one, CHORD)
    assert read("- P lies on AB.\n- Segment AB is a chord of circle O.").claims == (one, CHORD)
    assert read("点P在AB上；AB是圆O的弦。", lang="zh").claims == (one, CHORD)


def test_a_point_in_a_number_ends_no_sentence():
    assert sentences("It is 0.5 long. So is it.", "en") == ["It is 0.5 long", "So is it"]


@pytest.mark.parametrize(
    ("question", "answer", "reading"),
    [
        ("Does P lie on AB?", "Yes", Reading((Claim(("on", "P", "AB"), "yes"),))),
        ("How many circles are there?", r"\boxed{2}", Reading((Claim(("count", "circles"), "2"),))),
        (
            "What kind of polygon is ABCD?\nA. kite\nB. square\nC. rhombus",
            "B",
            Reading((Claim(KIND, "square"),), (Claim(KIND, "kite"), Claim(KIND, "rhombus"))),
        ),
        ("Is AB a chord of circle O?", "No", Reading((Claim(("is", CHORD.expression, "chord"), "no"),))),
    ],
)
def test_a_question_is_completed_by_its_answer(question, answer, reading):
    assert read(question, answer) == reading


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What kind of polygon is ABCD?\nA. kite\nB. square", "C"),
        ("What kind of polygon is ABCD?\nA. kite\nB. square", "Kite"),
        ("What kind of polygon is ABCD?\nA. kite\nB. kite", "A"),
        ("What kind of polygon is ABCD?\nA. kite\nA. square", "A"),
        ("What kind of polygon is ABCD?\nkite\nsquare", "A"),
        ("What kind of polygon is ABCD?", "A"),
        ("What kind of polygon is ABCD?", "Big"),
        ("Is AB a chord of circle O?", "Chord"),
        ("How many circles are there?", r"\boxed{two}"),
    ],
)
def test_an_answer_that_answers_nothing_is_not_read(question, answer):
    with pytest.raises(Unreadable):
        read(question, answer)


def test_a_reference_is_a_place():
    place = Place(expression="", exact=[], point_px=[])
    assert read("the centroid of triangle ABC", "[]", place=place).place == ("centroid", "ABC")
