"""A caption without a model says what is written or measured, and no more."""

from dataclasses import replace

import pytest

from tests.stages.captions.rows import row
from vlcorpus.schemas.captions.caption import Tier
from vlcorpus.schemas.sample import LabelSource
from vlcorpus.stages.captions.plain_caption import ENGINE, plain_caption


def test_plain_captions_say_what_is_written_or_measured():
    assert (
        plain_caption(row(), Tier.MEDIUM).text == "A red boat on a lake. Its main colours are blue and white."
    )
    assert plain_caption(row("Hey!"), Tier.DENSE).text == (
        "Hey! Its main colours are blue and white. "
        "It is wider than high; its upper part is mostly light blue; its lower part is mostly green."
    )
    assert plain_caption(row("Hey!", top=None, bottom=None), Tier.DENSE).text.endswith(
        "It is wider than high."
    )
    assert plain_caption(row("湖上的船", "zh", top="green"), Tier.DENSE).text == (
        "湖上的船。画面的主要颜色是蓝色、白色。这是一张横向图片，上部大多为绿色，下部大多为绿色。"
    )


@pytest.mark.parametrize(
    ("text", "lang", "caption"),
    [
        ("A boat", "en", "A boat."),
        ("A boat?", "en", "A boat?"),
        ('"A boat."', "en", '"A boat."'),
        ("A boat (red)", "en", "A boat (red)."),
        ("船", "zh", "船。"),
        ("船！", "zh", "船！"),
        ("Un bateau", "und", "Un bateau."),
    ],
)
def test_a_short_caption_is_the_text_with_an_end(text, lang, caption):
    assert plain_caption(row(text, lang), Tier.SHORT).text == caption


@pytest.mark.parametrize(
    ("colors", "told"),
    [
        ([], "The picture has many colours, none of which prevails."),
        (["red"], "Its main colour is red."),
        (["red", "blue", "grey"], "Its main colours are red, blue and grey."),
    ],
)
def test_colours_are_listed(colors, told):
    assert plain_caption(row("Hey!", colors=colors), Tier.MEDIUM).text == f"Hey! {told}"


@pytest.mark.parametrize(
    ("sides", "shape"),
    [
        ((105, 100), "square"),
        ((106, 100), "wider than high"),
        ((100, 105), "square"),
        ((100, 106), "higher than wide"),
    ],
)
def test_both_sides_of_the_limit_of_a_square(sides, shape):
    found = replace(row("Hey!", top=None, bottom=None), width_px=sides[0], height_px=sides[1])
    assert plain_caption(found, Tier.DENSE).text.endswith(f"It is {shape}.")


def test_it_passes_for_no_models_work():
    caption = plain_caption(row(), Tier.SHORT)
    assert (caption.label_source, caption.engine, caption.quotes) == (LabelSource.CLASSICAL, ENGINE, [])


@pytest.mark.parametrize("tier", list(Tier))
def test_a_text_in_another_language_is_labelled_so_and_stays_alone(tier):
    caption = plain_caption(row("Ein rotes Boot auf einem stillen See", "de"), tier)
    assert (caption.lang, caption.text) == ("de", "Ein rotes Boot auf einem stillen See")
