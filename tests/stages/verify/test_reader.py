import pytest

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.rows import Said
from vlcorpus.stages.verify.grammar import Unreadable
from vlcorpus.stages.verify.reader import Reading, read_said, sentences


def read(text, answer=None, *, lang="en", kind=None):
    said = Said(
        kind=kind or ("caption" if answer is None else "question"),
        lang=lang,
        style="",
        text=text,
        claims="[]",
        answer=answer,
    )
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


def places(*entries):
    return "```json\n[\n\t" + ",\n\t".join(entries) + "\n]\n```"


POINT = '{"point_2d": [1, 2], "label": "%s"}'
BOX = '{"bbox_2d": [1, 2, 3, 4], "label": "%s"}'


def test_a_reference_is_a_place_or_a_thing():
    point = read("the centroid of triangle ABC", places(POINT % "centroid of triangle ABC"), kind="point")
    assert point == Reading(place=("centroid", "ABC"), shown=((1, 2),))
    box = read("字母A", places(BOX % "字母A"), kind="box", lang="zh")
    assert box == Reading(thing="label A", shown=((1, 2, 3, 4),))


@pytest.mark.parametrize(
    ("answer", "value", "shown"),
    [
        ("2", "2", None),
        (
            places(BOX % "circle", BOX % "circle") + "\nThere are 2 circles.",
            "2",
            ((1, 2, 3, 4), (1, 2, 3, 4)),
        ),
        ("```json\n[]\n```\nThere are 0 circles.", "0", ()),
    ],
)
def test_a_count_is_told_by_its_list_and_by_its_words(answer, value, shown):
    found = read("How many circles are there?", answer, kind="count")
    assert set(found.claims) == {Claim(("count", "circles"), value)}
    assert found.shown == shown


def test_a_list_of_another_length_than_its_words_say_claims_both():
    found = read(
        "How many circles are there?", places(POINT % "circle") + "\nThere are 2 circles.", kind="count"
    )
    assert [claim.value for claim in found.claims] == ["1", "2"]


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        ("point", "point A", places(POINT % "point B")),
        ("point", "point A", places(POINT % "point A", POINT % "point A")),
        ("point", "point A", places(POINT % "point A") + "\nThere it is."),
        ("point", "point A", "A"),
        ("box", "the letter A", places('{"point_3d": [1, 2, 3], "label": "letter A"}')),
        ("box", "the letter A", places('{"bbox_2d": [1, 2], "label": "letter A"}')),
        ("box", "the middle of segment AB", places(BOX % "middle of segment AB")),
        ("count", "How many circles are there?", places(BOX % "labelled point") + "\nThere is 1 circle."),
        ("count", "How many circles are there?", places(BOX % "circle")),
        ("caption", "P lies on AB.", "Yes"),
        ("song", "P lies on AB.", None),
    ],
)
def test_what_shows_something_else_is_not_read(kind, text, answer):
    with pytest.raises(Unreadable):
        read(text, answer, kind=kind)


@pytest.mark.parametrize(("label", "is_read"), [("leg", True), ("wheel", False)])
def test_parts_of_a_thing_are_labelled_without_the_thing(label, is_read):
    said = Said(
        kind="count",
        lang="en",
        style="",
        text="How many legs does dog A have?",
        claims="[]",
        answer=places(BOX % label) + "\nDog A has 1 leg.",
    )
    if is_read:
        assert read_said("odd_counts", said).claims[0] == Claim(("count", "leg", "dog A"), "1")
    else:
        with pytest.raises(Unreadable):
            read_said("odd_counts", said)
