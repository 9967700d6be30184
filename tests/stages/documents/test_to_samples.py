"""One sample per format, whose answer, boxes, tokens and provenance are those of its page."""

import json
from dataclasses import replace

import pytest

from tests.stages.documents.drawing import classified, drawn_image, parse, pdf, prose, read, write
from vlcorpus.schemas.prompts import prompts_of
from vlcorpus.schemas.qwenvl.html import HtmlClasses, parse_html
from vlcorpus.schemas.qwenvl.markdown import parse_markdown
from vlcorpus.schemas.qwenvl.resize import image_tokens
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import row_id
from vlcorpus.schemas.sample import LabelSource, Sample
from vlcorpus.stages.documents.to_samples import ToSamples


def draw(canvas):
    write(canvas, 72, 800, "Running head of the page")
    canvas.drawImage(drawn_image(), 100, 300, 200, 100)
    prose(canvas)


@pytest.fixture(scope="module")
def page():
    return classified(parse(pdf(draw)))


@pytest.fixture(scope="module")
def samples(page):
    return list(ToSamples()([page]))


def test_each_format_is_one_sample(samples):
    assert all(isinstance(sample, Sample) for sample in samples)
    assert [sample.task for sample in samples] == ["doc_html", "doc_markdown"]
    assert [sample.source_key for sample in samples] == [
        "a.pdf#page=1&format=doc_html",
        "a.pdf#page=1&format=doc_markdown",
    ]
    assert all(sample.id == row_id("test", sample.source_key) for sample in samples)


def test_the_answer_is_the_page_in_that_format(page, samples):
    html, markdown = (sample.messages[1].content[0].text for sample in samples)
    assert [block.box for block in parse_html(html).blocks] == [block.box for block in page.tree.blocks]
    assert parse_markdown(markdown).blocks[-1].box == page.tree.blocks[-1].box
    assert all("Running head" in answer for answer in (html, markdown))


def test_full_classes_are_asked_for_in_words_of_their_own(page, samples):
    html, markdown = ToSamples(classes=HtmlClasses.FULL)([page])
    answer = parse_html(html.messages[1].content[0].text)
    assert [block.kind for block in answer.blocks] == [block.kind for block in page.tree.blocks]
    assert html.prompt_sha256 in {prompt.sha256 for prompt in prompts_of("doc_html_full")}
    assert html.task == "doc_html"
    assert markdown.messages[1] == samples[1].messages[1]


def test_furniture_is_an_option(page):
    for sample in ToSamples(furniture=False)([page]):
        assert "Running head" not in sample.messages[1].content[0].text


def test_the_question_is_the_image_and_a_prompt_and_only_the_answer_is_trained(page, samples):
    user, assistant = samples[0].messages
    assert [(part.type, part.media) for part in user.content] == [("image", 0), ("text", None)]
    assert (user.train, assistant.train) == (False, True)
    assert samples[0].images[0].bytes == page.image
    info = samples[0].image_info[0]
    assert (info.width_px, info.height_px, info.format) == (page.width_px, page.height_px, "JPEG")


def test_tokens_add_up(page, samples):
    for sample in samples:
        assert sample.n_vision_tokens == image_tokens(page.width_px, page.height_px)
        assert sample.n_tokens == sample.n_text_tokens + sample.n_vision_tokens
        assert 0 < sample.n_loss_tokens < sample.n_text_tokens
        assert sample.stage == "s1"


def test_objects_are_the_blocks_in_pixels(page, samples):
    objects = samples[0].objects
    assert [o.label for o in objects] == [str(block.kind) for block in page.tree.blocks]
    assert objects[0].bbox_px == pytest.approx(list(page.boxes_px[0]), abs=0.1)


def test_provenance(page, samples):
    for sample in samples:
        assert (sample.label_source, sample.engine, sample.model) == (LabelSource.CLASSICAL, "pymupdf", None)
        assert sample.parents == [page.id]
        assert sample.license == "CC0-1.0"
        assert sample.lang == ["en"]
        assert json.loads(sample.meta)["page"] == 1
        scores = {score.name: score.value for score in sample.scores}
        assert scores["word_recall"] == 1
        assert scores["n_chars"] == page.measures.n_chars
    assert samples[0].content_sha256 != samples[1].content_sha256


def test_prompts_are_drawn_by_row_and_seed(page):
    pages = [replace(page, id=row_id("test", f"{n}.pdf"), source_key=f"{n}.pdf#page=1") for n in range(40)]

    def drawn(seed):
        return [sample.prompt_sha256 for sample in ToSamples(("doc_html",), seed=seed)(pages)]

    assert drawn(0) == drawn(0)
    assert drawn(0) != drawn(1)
    assert 1 < len(set(drawn(0))) < 40


def test_a_page_too_long_for_every_stage_is_one_rejection_per_format(page):
    long = replace(page.tree.blocks[-2], text="word " * 300_000 + "end")
    tree = replace(page.tree, blocks=(long,))
    rows = list(ToSamples()([replace(page, tree=tree, boxes_px=page.boxes_px[:1])]))
    assert [row.reason for row in rows] == ["longer_than_stage"] * 2
    assert all(isinstance(row, Rejection) and row.image.bytes == page.image for row in rows)
    assert rows[0].source_key == "a.pdf#page=1&format=doc_html"


def test_two_pages_give_samples_of_different_ids():
    pages = read(pdf(prose, prose))
    assert len({page.id for page in pages}) == 2
