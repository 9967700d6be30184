"""Answers that their writer did not write, and counts that do not follow from the sample."""

from dataclasses import replace

import pytest

from tests.catalogs.checks.corpora import PAGE, counted, good
from vlcorpus.catalogs.checks.text import (
    counts_images_only,
    is_document,
    renders_as_text,
    unparsable_answers,
    wrong_text_tokens,
    wrong_vision_tokens,
)
from vlcorpus.schemas.media import Video
from vlcorpus.schemas.qwenvl.tokens import load_tokenizer

ROW = counted(good())


@pytest.mark.parametrize(
    ("task", "answer"),
    [
        ("doc_html", PAGE),
        ("doc_markdown", "# Title"),
        ("longdoc_parse", f"{PAGE}\n\n{PAGE}"),
        ("longdoc_parse", "# One page\n\nand the next"),
    ],
)
def test_what_the_writers_write_is_read_back(task, answer):
    assert list(unparsable_answers(good(task=task, answer=answer))) == []


@pytest.mark.parametrize(
    ("task", "answer"),
    [
        ("doc_html", "Hello"),
        ("doc_html", PAGE[:-1]),
        ("longdoc_parse", f"{PAGE}\n{PAGE}"),
        ("longdoc_parse", f"{PAGE}\n\n{PAGE[:-1]}"),
    ],
)
def test_any_other_form_is_told_with_its_task(task, answer):
    (told,) = unparsable_answers(good(task=task, answer=answer))
    assert told.startswith(f"{task}: ")


@pytest.mark.parametrize(
    ("task", "document"), [("doc_html", True), ("longdoc_parse", True), ("caption", False)]
)
def test_only_documents_have_a_form(task, document):
    assert is_document(good(task=task)) is document


@pytest.mark.parametrize(("more", "problems"), [(0, 0), (1, 1), (-1, 1)])
def test_vision_tokens_follow_from_the_images(more, problems):
    row = replace(ROW, n_vision_tokens=ROW.n_vision_tokens + more)
    assert len(list(wrong_vision_tokens(row))) == problems


def test_an_image_that_no_processor_takes_is_a_problem_and_not_a_crash():
    info = replace(ROW.image_info[0], width_px=64 * 1000, height_px=64)
    (told,) = wrong_vision_tokens(replace(ROW, image_info=[info]))
    assert "aspect" in told


@pytest.mark.parametrize(
    ("changes", "recounted"),
    [({}, True), ({"processor_id": "none"}, False), ({"videos": [Video(frame_images=[0])]}, False)],
)
def test_vision_tokens_are_recounted_for_images_of_a_known_processor(changes, recounted):
    assert counts_images_only(replace(ROW, **changes)) is recounted


@pytest.mark.parametrize(
    ("name", "told"), [("n_text_tokens", "n_text_tokens is"), ("n_loss_tokens", "n_loss_tokens is")]
)
def test_text_tokens_are_recounted(name, told):
    tokenizer = load_tokenizer()
    assert list(wrong_text_tokens(ROW, tokenizer)) == []
    (problem,) = wrong_text_tokens(replace(ROW, **{name: getattr(ROW, name) + 1}), tokenizer)
    assert problem.startswith(told)


@pytest.mark.parametrize(
    ("changes", "rendered"),
    [({}, True), ({"mode": "pretrain"}, True), ({"mode": "thinking"}, False), ({"videos": [Video()]}, False)],
)
def test_only_images_and_text_are_rendered(changes, rendered):
    assert renders_as_text(replace(ROW, **changes)) is rendered
