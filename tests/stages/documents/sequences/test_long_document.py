"""A page in a sequence: how large it is, and what it adds to the answer."""

import io

import PIL.Image
import pytest

from tests.stages.documents.pages import figure_page, page, prose_page, text
from vlcorpus.schemas.qwenvl.tokens import image_tokens, load_tokenizer
from vlcorpus.schemas.row import Row
from vlcorpus.stages.documents.sequences.long_document import (
    BETWEEN_PAGES,
    LongDocument,
    PageSize,
    scale_page,
)

TOKENIZER = load_tokenizer()
ROW = Row(id="0" * 32, source="test", source_key="a.pdf#pages=1-2", license=None)


@pytest.mark.parametrize(
    ("sides", "fitted"),
    [
        ((1184, 1696), (704, 1024)),  # A4 at 144 dpi
        ((704, 1024), (704, 1024)),
        ((640, 512), (832, 672)),  # too small: grown to 512 tokens
        ((1000, 6000), (320, 1792)),  # the longer side comes down to 1500, then up to 512 tokens
    ],
)
def test_the_size_of_a_page_in_a_sequence(sides, fitted):
    assert PageSize().of(*sides) == fitted
    assert 512 <= image_tokens(*fitted) <= 730


def drafted(form: LongDocument, *pages):
    return form.draft(ROW, [form.take(one, TOKENIZER) for one in pages], seed=1)


def test_a_page_of_the_right_size_keeps_its_bytes():
    found = figure_page(1)
    size = PageSize(max_side_px=9999, min_pixels=1, max_pixels=1 << 30)
    assert size.of(found.width_px, found.height_px) == (found.width_px, found.height_px)
    assert scale_page(found, size).bytes is found.image


def test_an_image_has_the_size_that_it_says():
    scaled = scale_page(figure_page(1), PageSize())
    with PIL.Image.open(io.BytesIO(scaled.bytes)) as image:
        assert (image.width, image.height) == (scaled.width_px, scaled.height_px)
        assert image.width % 32 == image.height % 32 == 0


def test_what_a_page_adds_is_its_image_its_answer_and_what_stands_around():
    form, found = LongDocument(), prose_page(1)
    held = form.take(found, TOKENIZER)
    answer, image = held.content
    assert held.n_tokens > TOKENIZER.count(answer) + image_tokens(image.width_px, image.height_px)
    assert held.page.image == b""


def test_images_come_first_and_answers_with_a_blank_line_between():
    draft = drafted(LongDocument(), prose_page(1), prose_page(2))
    user, assistant = draft.messages
    assert [part.type for part in user.content] == ["image", "image", "text"]
    one, two = assistant.content[0].text.split(BETWEEN_PAGES)
    assert one.endswith("</html>")
    assert two.endswith("</html>")


def test_an_empty_page_leaves_no_blank_line():
    draft = drafted(LongDocument("longdoc_markdown"), page(number=1), page(text(200), number=2))
    assert not draft.messages[1].content[0].text.startswith("\n")


def test_objects_stand_in_the_image_of_their_page():
    draft = drafted(LongDocument(), prose_page(1), figure_page(2))
    for thing in draft.objects:
        image = draft.images[thing.image]
        assert thing.bbox_px[2] <= image.width_px
        assert thing.bbox_px[3] <= image.height_px
    assert {thing.image for thing in draft.objects} == {0, 1}
